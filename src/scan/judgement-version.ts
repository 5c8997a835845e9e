import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folders whose code decides what is noted of a creative, which pairs are compared and what comes of it. */
const DECIDING_FOLDERS = [
  "wasm",
  "picture",
  "layout",
  "design",
  "signature",
  "fingerprint",
  "align",
  "verdict",
  "index",
  "matching",
];

let version: string | undefined;

/**
 * Stands for the code that judges: what the cache holds under another version is not used. Taken from the program files
 * themselves, some five milliseconds, because a number that somebody must remember to raise would one day serve the
 * verdicts of old code.
 */
export function judgementVersion(): string {
  version ??= digestOfCode();
  return version;
}

function digestOfCode(): string {
  const hash = createHash("sha256");
  const root = fileURLToPath(new URL("..", import.meta.url));
  for (const folder of DECIDING_FOLDERS) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((each) => /(?<!\.d)\.[jt]s$/.test(each)).sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 32);
}
