import { SamecutError } from "../../errors.js";
import type { PairVerdict } from "../../verdict/verdict.js";
import type { StoredPair } from "../creative.js";
import type { SqliteDatabase } from "./sqlite-file.js";
import { type SqliteStatement, StatementCache } from "./statement-cache.js";
import type { Page, PairPlace } from "./store-calls.js";

/** Pairs read at a time: their verdicts are a kilobyte of JSON each, and other work wants its turn. */
const PAGE_ROWS = 100;

/** Where the pairs begin. */
export const FIRST_PAIR_PLACE: PairPlace = { later: 0, earlier: 0 };

/** No creative has a greater number. */
const MAX_NUMBER = Number.MAX_SAFE_INTEGER;

/** Two creatives that were compared, by their ids and numbers. */
interface PairRow extends PairPlace {
  readonly a: string;
  readonly b: string;
  readonly verdict: string;
}

const SELECT_PAIRS = `SELECT a.id AS a, b.id AS b, verdict, earlier, later FROM pair
  JOIN creative AS a ON a.number = earlier JOIN creative AS b ON b.number = later`;

/** The pairs of creatives that were found alike, as SQL. Synchronous; throws SQLite's own errors. */
export class PairTable {
  readonly #database: SqliteDatabase;
  readonly #statements = new StatementCache();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Inserts pairs of stored creatives. Throws CREATIVE_NOT_FOUND. Call in a transaction. */
  insert(pairs: readonly StoredPair[]): void {
    for (const { a, b, verdict } of pairs) {
      this.#sql("INSERT OR REPLACE INTO pair (earlier, later, verdict) VALUES (?, ?, ?)").run(
        this.requireNumber(a),
        this.requireNumber(b),
        JSON.stringify(verdict),
      );
    }
  }

  /** Puts pairs in the place of those of the same two creatives the other way round. Call in a transaction. */
  turn(pairs: readonly StoredPair[]): void {
    for (const { a, b } of pairs)
      this.#sql("DELETE FROM pair WHERE earlier = ? AND later = ?").run(this.#numberOf(b), this.#numberOf(a));
    this.insert(pairs);
  }

  /** The next pairs after a place, by the numbers of their later and then their earlier creative. */
  page(after: PairPlace): Page<StoredPair, PairPlace> {
    const sql = `${SELECT_PAIRS} WHERE (later, earlier) > (@later, @earlier) ORDER BY later, earlier LIMIT ${PAGE_ROWS}`;
    return pageOfRows(this.#sql(sql).all(after) as PairRow[]);
  }

  /** The next of the pairs a creative is in after a place, in the order of {@link page}; none for an unknown id. */
  pageOf(id: string, after: PairPlace): Page<StoredPair, PairPlace> {
    const number = this.#numberOf(id);
    if (number === undefined) return { rows: [], next: undefined };
    // Two ranges of indexes; an OR, or the whole place compared with each pair, would read all pairs again for every page.
    const sql = `${SELECT_PAIRS} WHERE (later, earlier) IN (SELECT later, earlier FROM (
      SELECT later, earlier FROM pair WHERE later = @number AND earlier > @earlierAfter
      UNION ALL SELECT later, earlier FROM pair WHERE earlier = @number AND later > @laterAfter
      ORDER BY later, earlier LIMIT ${PAGE_ROWS})) ORDER BY later, earlier`;
    const earlierAfter = after.later < number ? 0 : after.later === number ? after.earlier : MAX_NUMBER;
    return pageOfRows(this.#sql(sql).all({ number, earlierAfter, laterAfter: after.later }) as PairRow[]);
  }

  /** The pairs of these two each, in their order; what is no pair is left out. */
  between(sides: readonly Pick<StoredPair, "a" | "b">[]): StoredPair[] {
    const select = this.#sql(`${SELECT_PAIRS} WHERE later = ? AND earlier = ?`);
    return sides.flatMap(({ a, b }) => {
      const row = select.get(this.#numberOf(b), this.#numberOf(a)) as PairRow | undefined;
      return row === undefined ? [] : [pairOfRow(row)];
    });
  }

  /** The number of a stored creative. Throws CREATIVE_NOT_FOUND. */
  requireNumber(id: string): number {
    const number = this.#numberOf(id);
    if (number === undefined) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
    return number;
  }

  #numberOf(id: string): number | undefined {
    return this.#sql("SELECT number FROM creative WHERE id = ?").pluck().get(id) as number | undefined;
  }

  #sql(sql: string): SqliteStatement {
    return this.#statements.get(this.#database, sql);
  }
}

function pageOfRows(rows: readonly PairRow[]): Page<StoredPair, PairPlace> {
  const last = rows[PAGE_ROWS - 1];
  return { rows: rows.map(pairOfRow), next: last && { later: last.later, earlier: last.earlier } };
}

/** The pair of a row. */
export function pairOfRow({ a, b, verdict }: Pick<PairRow, "a" | "b" | "verdict">): StoredPair {
  return { a, b, verdict: JSON.parse(verdict) as PairVerdict };
}
