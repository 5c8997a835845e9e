import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Beside the library's other files. */
const FILE_NAME = "others-names.key";

/** Bytes of the key: beyond guessing. */
const KEY_BYTES = 32;

/**
 * The key by which others' creatives are named: made once for a library and kept in its folder, so that links and selections with such names
 * hold over a restart. Who cannot read the file cannot try ids against names. Throws what the file system throws.
 */
export function namingKeyOf(folder: string): Buffer {
  const path = join(folder, FILE_NAME);
  const kept = existsSync(path) ? readFileSync(path) : undefined;
  if (kept?.length === KEY_BYTES) return kept;
  const key = randomBytes(KEY_BYTES);
  // All of it or nothing: with half a key, names could be guessed.
  writeFileSync(`${path}.new`, key, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return key;
}
