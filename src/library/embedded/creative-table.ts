import { SamecutError } from "../../errors.js";
import { checksumOf } from "../../files/checksum.js";
import type { Fingerprint } from "../../fingerprint/fingerprint.js";
import type { Creative } from "../creative.js";
import type { NewCreative, StoreScope } from "../store.js";
import { type CreativeRow, creativeOfRow, rowOfCreative } from "./creative-rows.js";
import type { SqliteDatabase } from "./sqlite-file.js";
import { type SqliteStatement, StatementCache } from "./statement-cache.js";
import type { Page } from "./store-calls.js";

/** Rows read at a time by a listing: no statement stays open while the caller works. */
const PAGE_ROWS = 200;

/** Numbers read at a time: they take a millisecond. */
const PAGE_NUMBERS = 2_000;

/** Creatives and their fingerprints as SQL. Synchronous; throws SQLite's own errors. */
export class CreativeTable {
  readonly #database: SqliteDatabase;
  readonly #statements = new StatementCache();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Inserts creatives with their fingerprints; returns their numbers. Throws CREATIVE_EXISTS. Call in a transaction. */
  insert(batch: readonly NewCreative[]): number[] {
    return batch.map(({ creative, fingerprint }) => {
      if (this.numberOf(creative.id) !== undefined)
        throw new SamecutError("CREATIVE_EXISTS", { detail: creative.id });
      const row = rowOfCreative(creative);
      const names = Object.keys(row);
      const sql = `INSERT INTO creative (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`;
      const number = Number(this.#sql(sql).run(row).lastInsertRowid);
      this.#sql("INSERT INTO fingerprint VALUES (?, ?, ?)").run(number, fingerprint, checksumOf(fingerprint));
      return number;
    });
  }

  /** Changes when a creative counts as uploaded. Throws CREATIVE_NOT_FOUND. Call in a transaction. */
  redate(id: string, uploadedAt: string | undefined): void {
    const { changes } = this.#sql("UPDATE creative SET uploaded_at = ? WHERE id = ?").run(
      uploadedAt ?? null,
      id,
    );
    if (changes === 0) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
  }

  /** Deletes creatives with all that belongs to them; returns those that were there. Call in a transaction. */
  delete(ids: readonly string[]): { readonly id: string; readonly number: number }[] {
    return ids.flatMap((id) => {
      const number = this.numberOf(id);
      if (number === undefined) return [];
      this.#sql("DELETE FROM creative WHERE number = ?").run(number);
      return [{ id, number }];
    });
  }

  /** The number of a creative. */
  numberOf(id: string): number | undefined {
    return this.#sql("SELECT number FROM creative WHERE id = ?").pluck().get(id) as number | undefined;
  }

  /** The next numbers after one, ascending; none at the end. */
  numbers(after: number): number[] {
    const sql = `SELECT number FROM creative WHERE number > ? ORDER BY number LIMIT ${PAGE_NUMBERS}`;
    return this.#sql(sql).pluck().all(after) as number[];
  }

  /** The numbers of the creatives with the same file or the same video packets. */
  withDigests({ file, video }: Fingerprint["digests"]): number[] {
    const sql = `SELECT number FROM creative WHERE file_digest = ?
      UNION SELECT number FROM creative WHERE video_digest = ?`;
    return this.#sql(sql)
      .pluck()
      .all(file, video ?? null) as number[];
  }

  /** A creative by its number. */
  byNumber(number: number): Creative | undefined {
    const row = this.#sql("SELECT * FROM creative WHERE number = ?").get(number) as CreativeRow | undefined;
    return row && creativeOfRow(row);
  }

  /** A creative by its id. */
  byId(id: string): Creative | undefined {
    const row = this.#sql("SELECT * FROM creative WHERE id = ?").get(id) as CreativeRow | undefined;
    return row && creativeOfRow(row);
  }

  /** The creatives with a file digest, in the order of putting. */
  byFile(digest: string): Creative[] {
    const rows = this.#sql("SELECT * FROM creative WHERE file_digest = ? ORDER BY number").all(digest);
    return (rows as CreativeRow[]).map(creativeOfRow);
  }

  /** The next creatives of a scope after a number, ascending. */
  page(after: number, scope: StoreScope): Page<Creative, number> {
    const rows = this.#sql(
      `SELECT * FROM creative
       WHERE number > @after AND (@account IS NULL OR account = @account)
         AND (@customer IS NULL OR customer = @customer)
         AND (@label IS NULL OR EXISTS (SELECT 1 FROM json_each(labels) WHERE value = @label))
         AND (@since IS NULL OR coalesce(uploaded_at, added_at) >= @since)
       ORDER BY number LIMIT ${PAGE_ROWS}`,
    ).all({
      after,
      account: scope.account ?? null,
      customer: scope.customer ?? null,
      label: scope.label ?? null,
      since: scope.since?.toISOString() ?? null,
    }) as CreativeRow[];
    return { rows: rows.map(creativeOfRow), next: rows[PAGE_ROWS - 1]?.number };
  }

  /** The encoded fingerprint of a creative, undefined when there is none or its checksum does not agree. */
  fingerprint(number: number): Uint8Array | undefined {
    const row = this.#sql("SELECT bytes, checksum FROM fingerprint WHERE creative = ?").get(number) as
      | { bytes: Uint8Array; checksum: number }
      | undefined;
    return row && checksumOf(row.bytes) === row.checksum ? row.bytes : undefined;
  }

  #sql(sql: string): SqliteStatement {
    return this.#statements.get(this.#database, sql);
  }
}

/** What is found by id; ids without anything are absent. */
export function foundById<Value>(
  ids: readonly string[],
  find: (id: string) => Value | undefined,
): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const id of ids) {
    const value = find(id);
    if (value !== undefined) found.set(id, value);
  }
  return found;
}
