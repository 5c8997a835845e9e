import type { PairVerdict } from "../../verdict/verdict.js";
import type { StoredPair } from "../creative.js";
import type { SqliteDatabase } from "./sqlite-file.js";
import { type SqliteStatement, StatementCache } from "./statement-cache.js";

/** Most similar creatives that are kept of each, matches and others together: as many as are asked for when nothing is said. */
const KEPT = 10;

/** A creative that one was compared with. */
export interface NeighbourRow {
  /** Id of the creative that is not the one asked about. */
  readonly other: string;
  /** 1 when that is the earlier one, else 0. */
  readonly earlier: 0 | 1;
  readonly similarity: number;
  readonly verdict: string;
}

/** Everything a creative was compared with that is kept, the similar as well as the distinct. */
const COMPARED = ["pair", "neighbour"]
  .flatMap((table) => [
    `SELECT earlier AS other, 1 AS earlier, verdict FROM ${table} WHERE later = @number`,
    `SELECT later AS other, 0 AS earlier, verdict FROM ${table} WHERE earlier = @number`,
  ])
  .join(" UNION ALL ");

/**
 * Who is nearest to whom, as SQL: the distinct pairs that are among the {@link KEPT} most similar of one of their sides, and for each
 * creative how similar a pair that was left out may be. Throws SQLite's own errors.
 */
export class NeighbourTable {
  readonly #database: SqliteDatabase;
  readonly #statements = new StatementCache();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /**
   * Notes that new creatives were compared with all that is like them; their similar pairs must have been put. Call in a transaction.
   *
   * @param distinct the other pairs they were compared in
   * @param numberOf the number of a stored creative
   */
  put(creatives: readonly number[], distinct: readonly StoredPair[], numberOf: (id: string) => number): void {
    for (const creative of creatives) this.#sql("INSERT INTO nearness VALUES (?, 0)").run(creative);
    const ranked = [...distinct].sort((p, q) => q.verdict.similarity - p.verdict.similarity);
    for (const { a, b, verdict } of ranked) {
      const [earlier, later] = [numberOf(a), numberOf(b)];
      if (this.#isNear(earlier, verdict) || this.#isNear(later, verdict))
        this.#sql("INSERT OR REPLACE INTO neighbour (earlier, later, verdict) VALUES (?, ?, ?)").run(
          ...[earlier, later, JSON.stringify(verdict)],
        );
      else this.#leaveOut([earlier, later], verdict.similarity);
    }
  }

  /** Everything known of what a creative is like, most similar first, and above which similarity that is all; undefined where that is not known. */
  of(creative: number): { readonly rows: NeighbourRow[]; readonly leftOut: number } | undefined {
    const leftOut = this.#leftOut(creative);
    if (leftOut === undefined) return undefined;
    const sql = `SELECT id AS other, earlier, verdict ->> '$.similarity' AS similarity, verdict
      FROM (${COMPARED}) AS known JOIN creative ON number = known.other ORDER BY similarity DESC, number`;
    return { rows: this.#sql(sql).all({ number: creative }) as NeighbourRow[], leftOut };
  }

  /** Forgets the pairs of a creative that is no longer the earlier, or the later, of the two. Call in a transaction. */
  forgetTurned(creative: number): void {
    const turned = this.#sql(
      `SELECT earlier, later, verdict ->> '$.similarity' AS similarity FROM neighbour
       JOIN creative AS a ON a.number = earlier JOIN creative AS b ON b.number = later
       WHERE (earlier = @number OR later = @number)
         AND coalesce(a.uploaded_at, a.added_at) > coalesce(b.uploaded_at, b.added_at)`,
    ).all({ number: creative }) as { earlier: number; later: number; similarity: number }[];
    for (const { earlier, later, similarity } of turned) {
      this.#sql("DELETE FROM neighbour WHERE earlier = ? AND later = ?").run(earlier, later);
      this.#leaveOut([earlier, later], similarity);
    }
  }

  /** Whether a pair is among the most similar of one of its sides, and is of use there. */
  #isNear(creative: number, { similarity }: PairVerdict): boolean {
    const leftOut = this.#leftOut(creative);
    // What is not above it cannot be told for certain, however few there are.
    if (leftOut === undefined || similarity < leftOut) return false;
    const last = this.#sql(
      `SELECT verdict ->> '$.similarity' AS similarity FROM (${COMPARED}) ORDER BY similarity DESC LIMIT 1 OFFSET ${KEPT - 1}`,
    )
      .pluck()
      .get({ number: creative }) as number | undefined;
    return last === undefined || similarity > last;
  }

  #leftOut(creative: number): number | undefined {
    return this.#sql("SELECT left_out FROM nearness WHERE creative = ?").pluck().get(creative) as
      | number
      | undefined;
  }

  #leaveOut(creatives: readonly number[], similarity: number): void {
    for (const creative of creatives)
      this.#sql("UPDATE nearness SET left_out = max(left_out, ?) WHERE creative = ?").run(
        similarity,
        creative,
      );
  }

  #sql(sql: string): SqliteStatement {
    return this.#statements.get(this.#database, sql);
  }
}
