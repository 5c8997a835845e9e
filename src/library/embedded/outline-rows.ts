import { setImmediate as nextTurn } from "node:timers/promises";
import type { Grade, RuleNumber } from "../../verdict/verdict.js";
import type { CreativeOutline, PairOutline, StoreOutlines } from "../store.js";
import type { SqliteDatabase } from "./sqlite-file.js";

/** Rows read at a time, some milliseconds: other work gets its turn in between. */
const PAGE_ROWS = 1_000;

interface CreativeOutlineRow {
  readonly number: number;
  readonly id: string;
  readonly path: string | null;
  readonly account: string | null;
  readonly file_digest: string;
  readonly published_at: string;
}

interface PairOutlineRow {
  readonly a: string;
  readonly b: string;
  readonly unlikeness: number;
  readonly later: number;
  readonly earlier: number;
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

/** Reads everything in outlines. Throws SQLite's own errors. */
export async function readOutlines(database: SqliteDatabase): Promise<StoreOutlines> {
  const creatives: CreativeOutline[] = [];
  for await (const row of pagesOf<CreativeOutlineRow>(database, SELECT_CREATIVES, { number: 0 }))
    creatives.push(creativeOfRow(row));
  const pairs: PairOutline[] = [];
  const before = { unlikeness: -2, later: 0, earlier: 0 };
  for await (const row of pagesOf<PairOutlineRow>(database, SELECT_PAIRS, before)) pairs.push(pairOfRow(row));
  return { creatives, pairs };
}

async function* pagesOf<Row>(database: SqliteDatabase, sql: string, before: object): AsyncGenerator<Row> {
  const select = database.prepare<unknown[]>(sql);
  for (let last: object = before; ; ) {
    const rows = select.all(last) as (Row & object)[];
    yield* rows;
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1) as object;
    await nextTurn();
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
