import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { SamecutError } from "../../errors.js";
import { makeFolder } from "../../files/make-folder.js";
import type { CandidateQuery } from "../../matching/candidate-evidence.js";
import { type CandidateOptions, limitsOf, worthComparing } from "../../matching/candidate-index.js";
import { DESCRIPTOR_VERSION } from "../../signature/descriptors.js";
import type { Creative, StoredPair } from "../creative.js";
import { isInScope } from "../scope.js";
import type { NewCreative, StoredCandidate, StoreProblem, StoreScope } from "../store.js";
import { WarningList } from "../warning-list.js";
import { foundById } from "./creative-table.js";
import { GuardedDatabase } from "./guarded-database.js";
import { IndexCache } from "./index-cache.js";
import { LIBRARY_MIGRATIONS } from "./library-schema.js";
import { LibraryTables } from "./library-tables.js";
import { openSqliteFile, revisionOf, type SqliteDatabase, sqliteError } from "./sqlite-file.js";
import type { StoreLocation } from "./store-calls.js";
import { StoredDigests } from "./stored-digests.js";
import { verifyStore } from "./verify-store.js";
import { WriterLock } from "./writer-lock.js";

const DATABASE_NAME = "library.sqlite";
const INDEX_NAME = "index";

/** Candidates looked at before a scope leaves some out, as a multiple of those wanted. */
const SCOPED_MULTIPLE = 16;

/** The database and the index of a folder, in the thread that owns them. Its calls are described at `CreativeStore`. */
export class OpenStore {
  readonly #folder: string;
  readonly #database: SqliteDatabase;
  readonly #lock: WriterLock | undefined;
  readonly #tables: LibraryTables;
  readonly #guarded: GuardedDatabase;
  readonly #warnings: WarningList;
  readonly #index: IndexCache;

  private constructor(
    { folder, index }: StoreLocation,
    database: SqliteDatabase,
    lock: WriterLock | undefined,
    warnings: WarningList,
  ) {
    this.#folder = folder;
    this.#database = database;
    this.#lock = lock;
    this.#warnings = warnings;
    this.#guarded = new GuardedDatabase(database, join(folder, DATABASE_NAME), lock === undefined);
    this.#tables = new LibraryTables(database, lock !== undefined, (warning) => warnings.addOnce(warning));
    const source = {
      numbers: () => this.#numbers((after) => this.#tables.creatives.numbers(after)),
      evidence: (numbers: readonly number[]) =>
        numbers.flatMap((number) => this.#tables.evidence.of(number) ?? []),
      hashes: () =>
        this.#guarded.pages(
          (after) => this.#tables.evidence.hashes(after),
          ({ id }) => id,
        ),
      digests: new StoredDigests(this.#tables.creatives),
      foreignWrites: () => database.pragma("data_version", { simple: true }) as number,
    };
    const owner = database.prepare("SELECT identity FROM library").pluck().get() as string;
    this.#index = new IndexCache(source, {
      folder: join(folder, INDEX_NAME),
      identity: { owner, descriptorVersion: DESCRIPTOR_VERSION },
      writable: lock !== undefined,
      warnings,
      ...(index === undefined ? {} : { settings: index }),
    });
  }

  /**
   * Opens the store of a folder; for writing, it is created when missing. Throws what `openLibrary` throws.
   *
   * @param tell told of every warning as it comes
   */
  static open(location: StoreLocation, tell: (warning: string) => void): OpenStore {
    const { folder, readOnly } = location;
    const path = join(folder, DATABASE_NAME);
    if (readOnly && !existsSync(path)) throw new SamecutError("LIBRARY_NOT_FOUND", { path: folder });
    let lock: WriterLock | undefined;
    let database: SqliteDatabase | undefined;
    try {
      if (!readOnly) {
        makeFolder(folder);
        lock = WriterLock.take(folder);
      }
      database = openSqliteFile(path, {
        migrations: LIBRARY_MIGRATIONS,
        readOnly,
        holdToMigrate: () => WriterLock.take(folder),
        durability: "full",
      });
      return new OpenStore(location, database, lock, new WarningList(tell));
    } catch (error) {
      database?.close();
      lock?.release();
      throw sqliteError(error, path);
    }
  }

  /** Asks the tables. */
  read<Answer>(question: (tables: LibraryTables) => Answer): Answer {
    return this.#guarded.read(() => question(this.#tables));
  }

  /** Changes the tables: all of it is kept, for good once this returns, or on an error nothing. Throws LIBRARY_READ_ONLY. */
  write<Answer>(change: (tables: LibraryTables) => Answer): Answer {
    return this.#guarded.write(() => change(this.#tables));
  }

  /** See `CreativeStore.put`. */
  put(batch: readonly NewCreative[], compared: readonly StoredPair[]): void {
    const added = this.write((tables) => tables.put(batch, compared));
    this.#index.noteWrite({ added });
  }

  /** See `CreativeStore.remove`. */
  remove(ids: readonly string[]): string[] {
    const deleted = this.write(({ creatives }) => creatives.delete(ids));
    this.#index.noteWrite({ removed: deleted.map(({ number }) => number) });
    return deleted.map(({ id }) => id);
  }

  /** See `CreativeStore.candidates`. */
  async candidates(
    query: CandidateQuery,
    options: CandidateOptions,
    scope: StoreScope,
  ): Promise<StoredCandidate[]> {
    const { limit, farLimit } = limitsOf(options);
    const scoped = Object.values(scope).some((value) => value !== undefined);
    const times = scoped ? SCOPED_MULTIPLE : 1;
    const wanted = { ...options, limit: limit * times, farLimit: farLimit * times };
    const found = await this.#guarded.work(() =>
      this.#index.use((index) => index.find(query, wanted), options.signal),
    );
    const inScope = found.flatMap(({ id, squaredDistance }) => {
      const creative = this.read(({ creatives }) => creatives.byNumber(id));
      return creative && isInScope(creative, scope) ? [{ creative, squaredDistance }] : [];
    });
    return worthComparing(inScope, { limit, farLimit });
  }

  /** See `CreativeStore.creatives`. */
  creatives(ids: readonly string[]): Map<string, Creative> {
    return this.read(({ creatives }) => foundById(ids, (id) => creatives.byId(id)));
  }

  /** See `CreativeStore.fingerprints`. */
  fingerprints(ids: readonly string[]): Map<string, Uint8Array> {
    return this.read(({ creatives }) =>
      foundById(ids, (id) => {
        const number = creatives.numberOf(id);
        const fingerprint = number === undefined ? undefined : creatives.fingerprint(number);
        if (number !== undefined && fingerprint === undefined)
          this.#warnings.addOnce(`The stored fingerprint of creative ${id} is damaged`);
        return fingerprint;
      }),
    );
  }

  /** See `CreativeStore.revision`. */
  revision(): string {
    return this.read(() => revisionOf(this.#database));
  }

  /** See `CreativeStore.verify`. */
  verify(signal: AbortSignal): Promise<StoreProblem[]> {
    return this.#guarded.work(() => verifyStore(this.#database, this.#tables, this.#index, signal));
  }

  /** Brings evidence of another descriptor version up to date; quick when there is none. For a writer only. */
  async renewStaleEvidence(signal: AbortSignal): Promise<void> {
    if (this.read(({ evidence }) => evidence.isRenewed())) return;
    await this.#renewEvidence((after) => this.#tables.evidence.stale(after), signal);
    this.write(({ evidence }) => evidence.noteRenewed());
  }

  /** See `CreativeStore.rebuild`. */
  async rebuild(signal: AbortSignal): Promise<void> {
    await this.#renewEvidence((after) => this.#tables.creatives.numbers(after), signal);
    await this.#index.reset();
    rmSync(join(this.#folder, INDEX_NAME), { recursive: true, force: true });
    await this.#guarded.work(() => this.#index.save(signal));
  }

  /** See `CreativeStore.close`. */
  async close(): Promise<void> {
    try {
      await this.#index.close();
    } finally {
      this.#database.close();
      this.#lock?.release();
    }
  }

  #numbers(page: (after: number) => number[]): AsyncIterable<number[]> {
    return this.#guarded.pages(page, (number) => number);
  }

  async #renewEvidence(page: (after: number) => number[], signal: AbortSignal): Promise<void> {
    for await (const numbers of this.#numbers(page))
      for (const number of numbers) {
        signal.throwIfAborted();
        this.write(({ evidence }) => evidence.renew(number));
        // Each takes some 10 ms: other calls get their turn.
        await nextTurn();
      }
  }
}
