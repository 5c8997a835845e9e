import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { judgementVersion } from "../../src/scan/judgement-version.js";
import { ScanCache } from "../../src/scan/scan-cache.js";
import { OUT_FOLDER } from "../measuring/bench-folders.js";

/** Folders of src/ whose code decides what a file's fingerprint is. */
const DECIDING_SOURCES = ["media", "picture", "layout", "fingerprint"];

/**
 * The cache of a scan, for fingerprints made by exactly this code: while the code is being worked on, fingerprints
 * change before their version number does, and a benchmark must not measure yesterday's. Those of other code are removed.
 */
export function openCache(decoderVersion: string): ScanCache {
  const parent = join(OUT_FOLDER, "cache");
  const own = fingerprintingDigest();
  for (const name of entriesOf(parent))
    if (name !== own) rmSync(join(parent, name), { recursive: true, force: true });
  return ScanCache.open(
    join(parent, own),
    { verdictVersion: judgementVersion(), decoderVersion },
    ({ message }) => process.stderr.write(`${message}\n`),
  );
}

function fingerprintingDigest(): string {
  const hash = createHash("sha256");
  for (const source of DECIDING_SOURCES) {
    for (const file of sourceFiles(fileURLToPath(new URL(`../../src/${source}`, import.meta.url))))
      hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function sourceFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join(path, name));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
