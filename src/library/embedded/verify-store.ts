import { setImmediate as nextTurn } from "node:timers/promises";
import { SamecutError } from "../../errors.js";
import { decodeFingerprint } from "../../fingerprint/codec.js";
import type { StoreProblem } from "../store.js";
import type { IndexCache } from "./index-cache.js";
import type { LibraryTables } from "./library-tables.js";
import type { SqliteDatabase } from "./sqlite-file.js";

/** What SQLite calls a sound database. */
const SOUND = "ok";

/** Looks at the database's structure, at every fingerprint with what is worked out of it, and at the saved index. */
export async function verifyStore(
  database: SqliteDatabase,
  { creatives, evidence }: LibraryTables,
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

  for (let after: number | undefined = 0; after !== undefined; ) {
    const numbers: number[] = creatives.numbers(after);
    for (const number of numbers) {
      signal?.throwIfAborted();
      // Thousands of checksums: other work gets its turn.
      await nextTurn();
      const creative = creatives.byNumber(number)?.id ?? String(number);
      const detail = fingerprintProblem(creatives.fingerprint(number));
      if (detail !== undefined) problems.push({ part: "fingerprint", creative, detail });
      if (!evidence.isSound(number))
        problems.push({
          part: "evidence",
          creative,
          detail: "its checksum does not agree; it is worked out anew when it is next needed",
        });
    }
    after = numbers.at(-1);
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
