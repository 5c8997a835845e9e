import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What the page is built from: itself, and the words, rules and arithmetic it shares with other reports. */
const SOURCES = ["src/report", "src/verdict", "src/picture", ".config/vite.config.ts"];

/** Before all tests: the page of HTML reports is what its sources say. Takes a second where it has to be built. */
export async function setup(): Promise<void> {
  const built = statSync(join(ROOT, "dist/page/report.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((source) => newestChange(join(ROOT, source)) < built)) return;
  await build({ configFile: join(ROOT, ".config/vite.config.ts") });
}

function newestChange(path: string): number {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => newestChange(join(path, name))));
}
