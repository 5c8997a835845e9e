import { setImmediate as nextTurn } from "node:timers/promises";
import { SamecutError } from "../../errors.js";
import { decodeFingerprint } from "../../fingerprint/codec.js";
import type { StoreProblem } from "../store.js";
import type { CreativeTable } from "./creative-table.js";
import type { IndexCache } from "./index-cache.js";
import type { SqliteDatabase } from "./sqlite-file.js";

/** What SQLite calls a sound database. */
const SOUND = "ok";

/** Looks at the database's structure, at every fingerprint, and at the saved index. */
export async function verifyStore(
  database: SqliteDatabase,
  creatives: CreativeTable,
  index: IndexCache,
  signal: AbortSignal | undefined,
): Promise<StoreProblem[]> {
  const problems: StoreProblem[] = [];
  const findings = database.pragma("integrity_check(20)") as { readonly integrity_check: string }[];
  for (const { integrity_check: detail } of findings)
    if (detail !== SOUND) problems.push({ part: "database", detail });
  const strays = database.pragma("foreign_key_check") as { readonly table: string; readonly rowid: number }[];
  for (const { table, rowid } of strays)
    problems.push({ part: "database", detail: `row ${rowid} of ${table} belongs to no creative` });

  for (const number of creatives.numbers()) {
    signal?.throwIfAborted();
    // Thousands of checksums: other work gets its turn.
    await nextTurn();
    const id = creatives.byNumber(number)?.id ?? String(number);
    const detail = fingerprintProblem(creatives.fingerprint(number));
    if (detail !== undefined) problems.push({ part: "fingerprint", creative: id, detail });
  }

  const refused = await index.savedProblem();
  if (refused !== undefined) problems.push({ part: "index", detail: refused });
  return problems;
}

function fingerprintProblem(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return "it is missing or its checksum does not agree";
  try {
    decodeFingerprint(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof SamecutError) return error.message;
    throw error;
  }
}
