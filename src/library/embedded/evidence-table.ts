import Database from "better-sqlite3";
import { SamecutError } from "../../errors.js";
import { decodeFingerprint } from "../../fingerprint/codec.js";
import { type Evidence, evidenceOf, type StoredEvidence } from "../../matching/candidate-evidence.js";
import { DESCRIPTOR_VERSION } from "../../signature/descriptors.js";
import { type EvidenceRow, evidenceBlobs, evidenceOfRow } from "./creative-rows.js";
import type { CreativeTable } from "./creative-table.js";
import { checksumOf, type SqliteDatabase } from "./sqlite-file.js";
import { type SqliteStatement, StatementCache } from "./statement-cache.js";

/** Rows read at a time by whoever looks at all. */
const PAGE_ROWS = 1_000;

/** What becomes of damage. */
export interface EvidenceTableOptions {
  /** Whether a row that is not what was written may be written anew when it is met. */
  readonly writable: boolean;
  /** Told the number of the creative of such a row, each time it is met. */
  readonly onDamage: (number: number) => void;
}

/** What creatives are found by, as SQL: kept so that filling an index needs no computing. Synchronous; throws SQLite's own errors. */
export class EvidenceTable {
  readonly #database: SqliteDatabase;
  readonly #creatives: CreativeTable;
  readonly #options: EvidenceTableOptions;
  readonly #statements = new StatementCache();

  constructor(database: SqliteDatabase, creatives: CreativeTable, options: EvidenceTableOptions) {
    this.#database = database;
    this.#creatives = creatives;
    this.#options = options;
  }

  /** Stores the evidence of a creative, in the place of what there was. */
  put(number: number, evidence: Evidence): void {
    const { descriptors, hashes } = evidenceBlobs(evidence);
    this.#sql(
      "INSERT OR REPLACE INTO evidence (creative, version, descriptors, hashes, checksum) VALUES (?, ?, ?, ?, ?)",
    ).run(number, DESCRIPTOR_VERSION, descriptors, hashes, checksumOf(descriptors, hashes));
  }

  /**
   * What the index holds of a creative: as it is stored, else worked out for the occasion. Where the fingerprint is damaged as
   * well, its digests alone: the same file is still found. Undefined when there is no such creative.
   */
  of(number: number): StoredEvidence | undefined {
    const row = this.#row(number);
    if (row === undefined) return undefined;
    const isDamaged = row.version === DESCRIPTOR_VERSION && !isSound(row);
    if (row.version === DESCRIPTOR_VERSION && !isDamaged) return evidenceOfRow(row);
    const evidence = this.#workedOut(number);
    if (isDamaged) this.#meetDamage(number, evidence);
    return evidenceOfRow({
      ...row,
      ...evidenceBlobs(evidence ?? { descriptors: new Int8Array(), hashes: [] }),
    });
  }

  /** True unless the row of a creative is there, of this version, and not what was written. */
  isSound(number: number): boolean {
    const row = this.#row(number);
    return row === undefined || row.version !== DESCRIPTOR_VERSION || isSound(row);
  }

  /** Works the evidence of a creative out anew, if its fingerprint can be read. */
  renew(number: number): void {
    const evidence = this.#workedOut(number);
    if (evidence !== undefined) this.put(number, evidence);
  }

  /** The next numbers after one whose evidence is missing or of another version, ascending; none at the end. */
  stale(after: number): number[] {
    const sql = `SELECT number FROM creative LEFT JOIN evidence ON number = creative
      WHERE number > ? AND version IS NOT ? ORDER BY number LIMIT ${PAGE_ROWS}`;
    return this.#sql(sql).pluck().all(after, DESCRIPTOR_VERSION) as number[];
  }

  #row(number: number): (EvidenceRow & { readonly version: number | null }) | undefined {
    return this.#sql(
      `SELECT number AS creative, version, descriptors, hashes, checksum, file_digest, video_digest
       FROM creative LEFT JOIN evidence ON number = creative WHERE number = ?`,
    ).get(number) as (EvidenceRow & { readonly version: number | null }) | undefined;
  }

  #meetDamage(number: number, evidence: Evidence | undefined): void {
    this.#options.onDamage(number);
    if (!this.#options.writable || evidence === undefined) return;
    try {
      this.put(number, evidence);
    } catch (error) {
      // Without room to write, it is worked out each time.
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }

  #workedOut(number: number): Evidence | undefined {
    const bytes = this.#creatives.fingerprint(number);
    try {
      return bytes && evidenceOf(decodeFingerprint(bytes));
    } catch (error) {
      if (error instanceof SamecutError) return undefined;
      throw error;
    }
  }

  #sql(sql: string): SqliteStatement {
    return this.#statements.get(this.#database, sql);
  }
}

function isSound({ descriptors, hashes, checksum }: EvidenceRow): boolean {
  return checksumOf(descriptors, hashes) === checksum;
}
