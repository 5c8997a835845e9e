import type { Grade, RuleNumber } from "../../verdict/verdict.js";
import type { CreativeOutline, PairOutline } from "../store.js";
import type { SqliteDatabase } from "./sqlite-file.js";
import { StatementCache } from "./statement-cache.js";
import type { OutlinePlace, Page } from "./store-calls.js";

/** Rows read at a time: some milliseconds, here and where they arrive. */
const PAGE_ROWS = 1_000;

interface CreativeOutlineRow {
  readonly number: number;
  readonly id: string;
  readonly path: string | null;
  readonly account: string | null;
  readonly file_digest: string;
  readonly published_at: string;
}

interface PairOutlineRow extends OutlinePlace {
  readonly a: string;
  readonly b: string;
  readonly grade: Grade;
  /** A JSON array, null where there are no more rules. */
  readonly rules: string;
}

const SELECT_CREATIVES = `SELECT number, id, path, account, file_digest, coalesce(uploaded_at, added_at) AS published_at
  FROM creative WHERE number > @number ORDER BY number LIMIT ${PAGE_ROWS}`;

const SELECT_PAIRS = `SELECT a.id AS a, b.id AS b, unlikeness, later, earlier, grade, rules FROM pair
  JOIN creative AS a ON a.number = earlier JOIN creative AS b ON b.number = later
  WHERE (unlikeness, later, earlier) > (@unlikeness, @later, @earlier)
  ORDER BY unlikeness, later, earlier LIMIT ${PAGE_ROWS}`;

/** Where the pairs begin. */
export const FIRST_OUTLINE_PLACE: OutlinePlace = { unlikeness: -2, later: 0, earlier: 0 };

/** Everything in outlines, as SQL. Synchronous; throws SQLite's own errors. */
export class OutlineTable {
  readonly #database: SqliteDatabase;
  readonly #statements = new StatementCache();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** The next creatives after a number, in the order of putting. */
  creatives(after: number): Page<CreativeOutline, number> {
    const rows = this.#rows<CreativeOutlineRow>(SELECT_CREATIVES, { number: after });
    return { rows: rows.map(creativeOfRow), next: rows[PAGE_ROWS - 1]?.number };
  }

  /** The next pairs after a place, the most similar first. */
  pairs(after: OutlinePlace): Page<PairOutline, OutlinePlace> {
    const rows = this.#rows<PairOutlineRow>(SELECT_PAIRS, after);
    const last = rows[PAGE_ROWS - 1];
    const next = last && { unlikeness: last.unlikeness, later: last.later, earlier: last.earlier };
    return { rows: rows.map(pairOfRow), next };
  }

  #rows<Row>(sql: string, after: object): Row[] {
    return this.#statements.get(this.#database, sql).all(after) as Row[];
  }
}

function creativeOfRow(row: CreativeOutlineRow): CreativeOutline {
  const { id, path, account, file_digest: fileDigest, published_at: publishedAt } = row;
  return {
    id,
    fileDigest,
    publishedAt,
    ...(path === null ? {} : { path }),
    ...(account === null ? {} : { account }),
  };
}

function pairOfRow({ a, b, unlikeness, grade, rules }: PairOutlineRow): PairOutline {
  const numbers = JSON.parse(rules) as (RuleNumber | null)[];
  return { a, b, similarity: -unlikeness, grade, rules: numbers.filter((rule) => rule !== null) };
}
