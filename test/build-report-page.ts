import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What the pages are built from: themselves, and the words, rules and arithmetic they share with other reports. */
const SOURCES = ["src/report", "src/review", "src/verdict", "src/picture"];

/** The pages by how they are built. */
const PAGES = {
  ".config/vite.config.ts": "dist/page/report.html",
  ".config/vite.review.config.ts": "dist/page/review/review.html",
};

/** Before all tests: the pages are what their sources say. Takes a second for each that has to be built. */
export async function setup(): Promise<void> {
  for (const [config, page] of Object.entries(PAGES)) {
    const built = statSync(join(ROOT, page), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if ([...SOURCES, config].every((source) => newestChange(join(ROOT, source)) < built)) continue;
    await build({ configFile: join(ROOT, config) });
  }
}

function newestChange(path: string): number {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => newestChange(join(path, name))));
}
