import Database from "better-sqlite3";
import { SamecutError } from "../../errors.js";
import { checksumOf } from "../../files/checksum.js";
import { decodeFingerprint } from "../../fingerprint/codec.js";
import { type Evidence, evidenceOf, type StoredEvidence } from "../../matching/candidate-evidence.js";
import type { HashedCreative } from "../../matching/hash-table.js";
import { DESCRIPTOR_VERSION } from "../../signature/descriptors.js";
import { codesOf, type EvidenceRow, evidenceBlobs, evidenceOfRow } from "./creative-rows.js";
import type { CreativeTable } from "./creative-table.js";
import type { SqliteDatabase } from "./sqlite-file.js";
import { type SqliteStatement, StatementCache } from "./statement-cache.js";

/** Rows read at a time by whoever looks at all. */
const PAGE_ROWS = 1_000;

/** Hashes with their checksum. */
interface HashRow {
  readonly hashes: Uint8Array;
  readonly checksum: number;
}

/** A creative with its rows; without evidence, `version` is null and so is all that belongs to it. */
interface FoundRow extends HashRow, EvidenceRow {
  readonly version: number | null;
  readonly descriptors_checksum: number | null;
}

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
    this.#sql("INSERT OR REPLACE INTO descriptor VALUES (?, ?, ?)").run(
      ...[number, descriptors, checksumOf(descriptors)],
    );
    this.#sql(
      "INSERT OR REPLACE INTO evidence (creative, version, hashes, checksum) VALUES (?, ?, ?, ?)",
    ).run(...[number, DESCRIPTOR_VERSION, hashes, checksumOf(hashes)]);
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

  /** The next creatives after a number that have evidence of this version, with the hashes that the index holds of them (see {@link of}), ascending; none at the end. */
  hashes(after: number): HashedCreative[] {
    const rows = this.#sql(
      `SELECT creative AS number, hashes, checksum FROM evidence
       WHERE creative > ? AND version = ${DESCRIPTOR_VERSION} ORDER BY creative LIMIT ${PAGE_ROWS}`,
    ).all(after) as (HashRow & { readonly number: number })[];
    return rows.map(({ number: id, ...row }) => ({
      id,
      hashes: hasSoundHashes(row) ? codesOf(row.hashes) : (this.of(id)?.hashes ?? []),
    }));
  }

  /** True unless the rows of a creative are there, of this version, and not what was written. */
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

  /** Whether all evidence has been brought to this version, as far as that was possible. */
  isRenewed(): boolean {
    return this.#sql("SELECT evidence_version FROM library").pluck().get() === DESCRIPTOR_VERSION;
  }

  /** Notes that it has been. */
  noteRenewed(): void {
    this.#sql("UPDATE library SET evidence_version = ?").run(DESCRIPTOR_VERSION);
  }

  #row(number: number): FoundRow | undefined {
    return this.#sql(
      `SELECT number AS creative, version, hashes, evidence.checksum, bytes AS descriptors,
         descriptor.checksum AS descriptors_checksum, file_digest, video_digest
       FROM creative LEFT JOIN evidence ON number = evidence.creative
         LEFT JOIN descriptor ON number = descriptor.creative WHERE number = ?`,
    ).get(number) as FoundRow | undefined;
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

function isSound(row: FoundRow): boolean {
  // Without a row of descriptors there is nothing that its checksum could agree with.
  const hasDescriptors = row.descriptors_checksum !== null;
  return hasDescriptors && checksumOf(row.descriptors) === row.descriptors_checksum && hasSoundHashes(row);
}

function hasSoundHashes({ hashes, checksum }: HashRow): boolean {
  return checksumOf(hashes) === checksum;
}
