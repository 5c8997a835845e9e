import { join } from "node:path";
import type { ErrorCode } from "../../errors.js";
import { checksumOf } from "../../files/checksum.js";
import { makeFolder } from "../../files/make-folder.js";
import type { RememberedVerdict, VerdictMemory } from "../../matching/comparisons.js";
import type { CreativeFacts } from "../../matching/description.js";
import type { PairVerdict } from "../../verdict/verdict.js";
import { CONTENT_CACHE_MIGRATIONS } from "./content-cache-schema.js";
import type { FileState } from "./file-state.js";
import { RenewableDatabase } from "./renewable-database.js";
import { sqliteError } from "./sqlite-file.js";

/** What the cached results depend on besides the content. */
export interface ContentCacheOptions {
  /** Changes whenever a pair may be judged or a creative described otherwise; verdicts and facts under other versions are not found. */
  readonly verdictVersion: string;
  /** What reads the files, such as ffmpeg's version line; failures met under another one are not found. */
  readonly decoderVersion: string;
}

/** A fingerprint that the cache knows. */
export interface KnownFingerprint {
  /** See `encodeFingerprint`; as they were remembered, but maybe of an older format. */
  readonly encoded: Uint8Array;
  /** Undefined where they were taken by another version. */
  readonly facts: CreativeFacts | undefined;
}

/** Why a content could not be fingerprinted. */
export interface CachedFailure {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
}

/**
 * Remembers what reading and comparing files has cost, by content: a file that was moved, renamed or copied is
 * recognised by its digest. Everything here can be had again, so a damaged cache is set aside and begun anew.
 * What a `remember…` call has returned from survives the death of the process; several processes may share a cache.
 * Every method may throw DISK_FULL, STORE_BUSY or STORE_NOT_ACCESSIBLE.
 */
export class ContentCache implements VerdictMemory, Disposable {
  readonly #options: ContentCacheOptions;
  readonly #database: RenewableDatabase;

  /** Use {@link openContentCache}. */
  constructor(path: string, options: ContentCacheOptions) {
    this.#options = options;
    this.#database = new RenewableDatabase(path, CONTENT_CACHE_MIGRATIONS);
  }

  /** What happened to the cache that its user should know, in words; grows when damage is met later. */
  get warnings(): readonly string[] {
    return this.#database.warnings;
  }

  /** The digest of a file in this very state, `sha256:<hex>`, or undefined when it must be read. */
  digestOf(file: FileState): string | undefined {
    return this.#database.row<{ digest: string }>(
      `SELECT digest FROM file JOIN content ON content.id = file.content
       WHERE device = ? AND inode = ? AND size = ? AND modified = ? AND changed = ?`,
      ...identityOf(file),
    )?.digest;
  }

  /** Remembers the digest of a file; `file` must have been taken before the bytes were read. */
  rememberDigest(file: FileState, digest: string): void {
    this.#database.write(() => {
      this.#database.run(
        "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)",
        ...identityOf(file),
        this.#contentId(digest),
      );
    });
  }

  /** The fingerprint of the content with this file digest, if there is one. */
  fingerprintOf(digest: string): KnownFingerprint | undefined {
    const row = this.#database.row<{ bytes: Uint8Array; checksum: number; facts: string | null }>(
      `SELECT bytes, checksum, facts.facts AS facts FROM content
       JOIN fingerprint ON fingerprint.content = content.id
       LEFT JOIN facts ON facts.content = content.id AND facts.version = ? WHERE digest = ?`,
      this.#options.verdictVersion,
      digest,
    );
    if (row === undefined || checksumOf(row.bytes) !== row.checksum) return undefined;
    const facts = row.facts === null ? undefined : (JSON.parse(row.facts) as CreativeFacts);
    return { encoded: row.bytes, facts };
  }

  /** Remembers a fingerprint, and what it tells of its creative, under its own file digest. */
  rememberFingerprint(facts: CreativeFacts, encoded: Uint8Array): void {
    this.#database.write(() => {
      const content = this.#contentId(facts.digests.file);
      this.#database.run(
        "INSERT OR REPLACE INTO fingerprint VALUES (?, ?, ?)",
        content,
        encoded,
        checksumOf(encoded),
      );
      this.#database.run(
        "INSERT OR REPLACE INTO facts VALUES (?, ?, ?)",
        content,
        this.#options.verdictVersion,
        JSON.stringify(facts),
      );
    });
  }

  /** Why this content failed under the same decoder, if it did. */
  failureOf(digest: string): CachedFailure | undefined {
    const row = this.#database.row<{ code: ErrorCode; detail: string | null }>(
      "SELECT code, detail FROM failure JOIN content ON content.id = content WHERE digest = ? AND decoder = ?",
      digest,
      this.#options.decoderVersion,
    );
    return row && { code: row.code, detail: row.detail ?? undefined };
  }

  /** Remembers that a content cannot be fingerprinted; only for failures that lie in the content itself. */
  rememberFailure(digest: string, failure: CachedFailure): void {
    this.#database.write(() => {
      const { decoderVersion } = this.#options;
      const content = this.#contentId(digest);
      this.#database.run(
        "INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?)",
        content,
        decoderVersion,
        failure.code,
        failure.detail ?? null,
      );
    });
  }

  /** The verdict about two contents, `a` being the earlier creative; undefined when they were not compared. */
  verdictOf(a: string, b: string): PairVerdict | undefined {
    const row = this.#database.row<{ verdict: string }>(
      `SELECT verdict FROM verdict JOIN content AS ca ON ca.id = a JOIN content AS cb ON cb.id = b
       WHERE ca.digest = ? AND cb.digest = ? AND version = ?`,
      a,
      b,
      this.#options.verdictVersion,
    );
    return row && (JSON.parse(row.verdict) as PairVerdict);
  }

  /** Remembers verdicts, all of them or (on an error) none. */
  rememberVerdicts(entries: readonly RememberedVerdict[]): void {
    this.#database.write(() => {
      for (const { a, b, verdict } of entries) {
        const { verdictVersion } = this.#options;
        const json = JSON.stringify(verdict);
        this.#database.run(
          "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)",
          this.#contentId(a),
          this.#contentId(b),
          verdictVersion,
          json,
        );
      }
    });
  }

  /** Which creatives of a sequence are candidates for its last one, as places in it; undefined when it was not asked. */
  candidatesOf(sequenceDigest: string): number[] | undefined {
    const row = this.#database.row<{ positions: string }>(
      "SELECT positions FROM candidates WHERE sequence = ?",
      sequenceDigest,
    );
    return row && (JSON.parse(row.positions) as number[]);
  }

  /** Remembers the answer of a candidate search; the digest must cover everything that the answer depends on. */
  rememberCandidates(sequenceDigest: string, positions: readonly number[]): void {
    this.#database.write(() => {
      this.#database.run(
        "INSERT OR REPLACE INTO candidates VALUES (?, ?)",
        sequenceDigest,
        JSON.stringify(positions),
      );
    });
  }

  /** Closes the file; further calls throw. Closing twice is allowed. */
  close(): void {
    this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #contentId(digest: string): number {
    this.#database.run("INSERT OR IGNORE INTO content (digest) VALUES (?)", digest);
    return this.#database.value("SELECT id FROM content WHERE digest = ?", digest) as number;
  }
}

/**
 * Opens the cache kept in a folder, which is created when missing. Throws STORE_NOT_ACCESSIBLE or DISK_FULL, and
 * STORE_VERSION when a newer samecut wrote it; damage is no error (see {@link ContentCache.warnings}).
 */
export function openContentCache(folder: string, options: ContentCacheOptions): ContentCache {
  try {
    makeFolder(folder);
    return new ContentCache(join(folder, "content.sqlite"), options);
  } catch (error) {
    throw sqliteError(error, folder);
  }
}

function identityOf(
  file: FileState,
): [device: bigint, inode: bigint, size: bigint, modified: bigint, changed: bigint] {
  return [file.device, file.inode, file.sizeBytes, file.modifiedNs, file.changedNs];
}
