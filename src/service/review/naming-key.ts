import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../../index.js";

/** Beside the library's other files. */
const FILE_NAME = "others-names.key";

/** Bytes of the key: beyond guessing. */
const KEY_BYTES = 32;

/**
 * The key by which others' creatives are named: made once for a library and kept in its folder, so that links and selections with such names
 * hold over a restart. Who cannot read the file cannot try ids against names. Throws what the file system throws.
 */
export async function namingKeyOf(folder: string): Promise<Buffer> {
  const path = join(folder, FILE_NAME);
  const kept = existsSync(path) ? await readFile(path) : undefined;
  if (kept?.length === KEY_BYTES) return kept;
  const key = randomBytes(KEY_BYTES);
  // All of it or nothing: with half a key, names could be guessed.
  await writeAtomically(path, key, 0o600);
  return key;
}
