import type { AllowedPair } from "../store.js";
import type { SqliteDatabase } from "./sqlite-file.js";
import { StatementCache } from "./statement-cache.js";

interface AllowedRow {
  readonly a: string;
  readonly b: string;
  readonly reason: string | null;
  readonly allowed_at: string;
}

/** The pairs that are fine, as SQL. They are kept by content, so they outlive the creatives. Synchronous. */
export class AllowedTable {
  readonly #database: SqliteDatabase;
  readonly #statements = new StatementCache();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Stores a pair, or its new reason. */
  put({ a, b, reason, allowedAt }: AllowedPair): void {
    this.#statements
      .get(this.#database, "INSERT OR REPLACE INTO allowed VALUES (?, ?, ?, ?)")
      .run(a, b, reason ?? null, allowedAt);
  }

  /** Deletes a pair; false when it was not there. */
  delete(a: string, b: string): boolean {
    return (
      this.#statements.get(this.#database, "DELETE FROM allowed WHERE a = ? AND b = ?").run(a, b).changes > 0
    );
  }

  /** All of them, by digests. */
  all(): AllowedPair[] {
    const rows = this.#statements
      .get(this.#database, "SELECT * FROM allowed ORDER BY a, b")
      .all() as AllowedRow[];
    return rows.map(({ a, b, reason, allowed_at: allowedAt }) => ({
      a,
      b,
      ...(reason === null ? {} : { reason }),
      allowedAt,
    }));
  }
}
