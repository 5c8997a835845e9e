import type { AllowedPair } from "../store.js";
import type { SqliteDatabase } from "./sqlite-file.js";
import { StatementCache } from "./statement-cache.js";
import type { AllowedPlace, Page } from "./store-calls.js";

/** Rows read at a time: some milliseconds, here and where they arrive. */
const PAGE_ROWS = 1_000;

/** Where the allowances begin. */
export const FIRST_ALLOWED_PLACE: AllowedPlace = { a: "", b: "" };

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

  /** Which of these pairs there are, in their order. */
  have(pairs: readonly AllowedPlace[]): boolean[] {
    const select = this.#statements.get(this.#database, "SELECT 1 FROM allowed WHERE a = ? AND b = ?");
    return pairs.map(({ a, b }) => select.get(a, b) !== undefined);
  }

  /** The next pairs after a place, by digests. */
  page(after: AllowedPlace): Page<AllowedPair, AllowedPlace> {
    const sql = `SELECT * FROM allowed WHERE (a, b) > (@a, @b) ORDER BY a, b LIMIT ${PAGE_ROWS}`;
    const rows = this.#statements.get(this.#database, sql).all(after) as AllowedRow[];
    const last = rows[PAGE_ROWS - 1];
    return { rows: rows.map(pairOfRow), next: last && { a: last.a, b: last.b } };
  }
}

function pairOfRow({ a, b, reason, allowed_at: allowedAt }: AllowedRow): AllowedPair {
  return { a, b, ...(reason === null ? {} : { reason }), allowedAt };
}
