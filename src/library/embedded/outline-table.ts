import type { DesignNote } from "../../design/design-note.js";
import type { Grade, RuleNumber } from "../../verdict/verdict.js";
import type { CreativeOutline, PairOutline } from "../store.js";
import type { CreativeRow } from "./creative-rows.js";
import type { SqliteDatabase } from "./sqlite-file.js";
import { StatementCache } from "./statement-cache.js";
import type { OutlinePlace, Page } from "./store-calls.js";

/** Rows read at a time: some milliseconds, here and where they arrive. */
const PAGE_ROWS = 1_000;

interface CreativeOutlineRow
  extends Pick<CreativeRow, "id" | "path" | "account" | "customer" | "design_notes"> {
  readonly number: number;
  readonly published_at: string;
}

interface PairOutlineRow extends OutlinePlace {
  readonly a: string;
  readonly b: string;
  readonly grade: Grade;
  /** A JSON array, null where there are no more rules. */
  readonly rules: string;
  readonly stretch: number;
  readonly allowed: 0 | 1;
}

const SELECT_CREATIVES = `SELECT number, id, path, account, customer, design_notes, coalesce(uploaded_at, added_at) AS published_at
  FROM creative WHERE number > @number ORDER BY number LIMIT ${PAGE_ROWS}`;

const SELECT_PAIRS = `SELECT p.id AS a, q.id AS b, unlikeness, later, earlier, grade, rules, stretch,
    EXISTS (SELECT 1 FROM allowed WHERE a = min(p.file_digest, q.file_digest) AND b = max(p.file_digest, q.file_digest)) AS allowed
  FROM pair JOIN creative AS p ON p.number = earlier JOIN creative AS q ON q.number = later
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

  /** The next creatives after a number, in the order of putting: by what never changes, so that none is missed that is redated meanwhile. */
  creatives(after: number): Page<CreativeOutline, number> {
    const rows = this.#rows<CreativeOutlineRow>(SELECT_CREATIVES, { number: after });
    return { rows: rows.map(outlineOfRow), next: rows[PAGE_ROWS - 1]?.number };
  }

  /** The next pairs after a place, the most similar first. */
  pairs(after: OutlinePlace): Page<PairOutline, OutlinePlace> {
    const rows = this.#rows<PairOutlineRow>(SELECT_PAIRS, after);
    const last = rows[PAGE_ROWS - 1];
    const next = last && { unlikeness: last.unlikeness, later: last.later, earlier: last.earlier };
    // Few lists of rules differ: one that many pairs share is copied from thread to thread once a page.
    const lists = new Map<string, RuleNumber[]>();
    for (const { rules } of rows) if (!lists.has(rules)) lists.set(rules, rulesOf(rules));
    return { rows: rows.map((row) => pairOfRow(row, lists.get(row.rules)!)), next };
  }

  #rows<Row>(sql: string, after: object): Row[] {
    return this.#statements.get(this.#database, sql).all(after) as Row[];
  }
}

function outlineOfRow(row: CreativeOutlineRow): CreativeOutline {
  const { id, path, account, customer, design_notes: designNotes } = row;
  return {
    id,
    publishedAt: row.published_at,
    ...(path === null ? {} : { path }),
    ...(account === null ? {} : { account }),
    ...(customer === null ? {} : { customer }),
    ...(designNotes === null ? {} : { designNotes: JSON.parse(designNotes) as DesignNote[] }),
  };
}

function rulesOf(json: string): RuleNumber[] {
  return (JSON.parse(json) as (RuleNumber | null)[]).filter((rule) => rule !== null);
}

function pairOfRow(
  { a, b, unlikeness, grade, stretch, allowed }: PairOutlineRow,
  rules: readonly RuleNumber[],
): PairOutline {
  return { a, b, similarity: -unlikeness, grade, rules, stretch, allowed: allowed === 1 };
}
