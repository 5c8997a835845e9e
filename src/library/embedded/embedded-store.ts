import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { SamecutError } from "../../errors.js";
import type { HnswSettings } from "../../index/hnsw/hnsw-settings.js";
import type { CandidateQuery } from "../../matching/candidate-evidence.js";
import { type CandidateOptions, limitsOf, worthComparing } from "../../matching/candidate-index.js";
import { DESCRIPTOR_VERSION } from "../../signature/descriptors.js";
import type { Creative, StoredPair } from "../creative.js";
import { isInScope } from "../scope.js";
import type {
  AllowedPair,
  CreativeStore,
  NewCreative,
  StoredCandidate,
  StoreOutlines,
  StoreProblem,
  StoreScope,
} from "../store.js";
import { WarningList } from "../warning-list.js";
import { foundById, type NumberedCreative } from "./creative-table.js";
import { GuardedDatabase } from "./guarded-database.js";
import { IndexCache } from "./index-cache.js";
import { LIBRARY_MIGRATIONS } from "./library-schema.js";
import { LibraryTables } from "./library-tables.js";
import { readOutlines } from "./outline-rows.js";
import { openSqliteFile, revisionOf, type SqliteDatabase, sqliteError } from "./sqlite-file.js";
import { verifyStore } from "./verify-store.js";
import { WriterLock } from "./writer-lock.js";

/** How a library's folder is opened. */
export interface EmbeddedStoreOptions {
  readonly readOnly?: boolean;
  readonly index?: Partial<HnswSettings>;
  /** Told of every warning as it comes. */
  readonly onWarning?: (warning: string) => void;
}

const DATABASE_NAME = "library.sqlite";
const INDEX_NAME = "index";

/** Candidates looked at before a scope leaves some out, as a multiple of those wanted. */
const SCOPED_MULTIPLE = 16;

/** A store in a folder of this machine: SQLite holds what must last, an index beside it can always be rebuilt. */
export class EmbeddedStore implements CreativeStore {
  readonly #path: string;
  readonly #database: SqliteDatabase;
  readonly #lock: WriterLock | undefined;
  readonly #tables: LibraryTables;
  readonly #guarded: GuardedDatabase;
  readonly #warnings: WarningList;
  readonly #index: IndexCache;

  private constructor(
    folder: string,
    database: SqliteDatabase,
    lock: WriterLock | undefined,
    options: EmbeddedStoreOptions,
  ) {
    this.#path = join(folder, DATABASE_NAME);
    this.#database = database;
    this.#lock = lock;
    this.#guarded = new GuardedDatabase(database, this.#path, lock === undefined);
    this.#warnings = new WarningList(options.onWarning);
    const tell = (warning: string): void => this.#warnings.addOnce(warning);
    this.#tables = new LibraryTables(database, lock !== undefined, tell);
    const source = {
      numbers: () => this.#guarded.pages((after) => this.#tables.creatives.numbers(after)),
      evidence: (numbers: readonly number[]) =>
        numbers.flatMap((number) => this.#tables.evidence.of(number) ?? []),
      foreignWrites: () => database.pragma("data_version", { simple: true }) as number,
    };
    const owner = database.prepare("SELECT identity FROM library").pluck().get() as string;
    this.#index = new IndexCache(source, {
      folder: join(folder, INDEX_NAME),
      identity: { owner, descriptorVersion: DESCRIPTOR_VERSION },
      writable: lock !== undefined,
      warnings: this.#warnings,
      ...(options.index === undefined ? {} : { settings: options.index }),
    });
  }

  /** Opens the store of a folder; for writing, it is created when missing. Throws what `openLibrary` throws. */
  static open(folder: string, options: EmbeddedStoreOptions = {}): EmbeddedStore {
    const path = join(folder, DATABASE_NAME);
    const readOnly = options.readOnly ?? false;
    if (readOnly && !existsSync(path)) throw new SamecutError("LIBRARY_NOT_FOUND", { path: folder });
    let lock: WriterLock | undefined;
    let database: SqliteDatabase | undefined;
    try {
      if (!readOnly) {
        mkdirSync(folder, { recursive: true });
        lock = WriterLock.take(folder);
      }
      database = openSqliteFile(path, { migrations: LIBRARY_MIGRATIONS, readOnly, durability: "full" });
      return new EmbeddedStore(folder, database, lock, options);
    } catch (error) {
      database?.close();
      lock?.release();
      throw sqliteError(error, path);
    }
  }

  get warnings(): readonly string[] {
    return this.#warnings.all;
  }

  async put(batch: readonly NewCreative[], compared: readonly StoredPair[]): Promise<void> {
    const added = this.#guarded.write(() => this.#tables.put(batch, compared));
    this.#index.noteWrite({ added });
  }

  async remove(ids: readonly string[]): Promise<string[]> {
    const deleted = this.#guarded.write(() => this.#tables.creatives.delete(ids));
    this.#index.noteWrite({ removed: deleted.map(({ number }) => number) });
    return deleted.map(({ id }) => id);
  }

  async redate(id: string, uploadedAt: string | undefined, turned: readonly StoredPair[]): Promise<void> {
    this.#guarded.write(() => this.#tables.redate(id, uploadedAt, turned));
  }

  async candidates(
    query: CandidateQuery,
    options: CandidateOptions,
    scope: StoreScope = {},
  ): Promise<StoredCandidate[]> {
    const { limit, farLimit } = limitsOf(options);
    const scoped = Object.values(scope).some((value) => value !== undefined);
    const times = scoped ? SCOPED_MULTIPLE : 1;
    const wanted = { ...options, limit: limit * times, farLimit: farLimit * times };
    const found = await this.#guarded.work(() =>
      this.#index.use((index) => index.find(query, wanted), options.signal),
    );
    const inScope = found.flatMap(({ id, squaredDistance }) => {
      const creative = this.#guarded.read(() => this.#tables.creatives.byNumber(id));
      return creative && isInScope(creative, scope) ? [{ creative, squaredDistance }] : [];
    });
    return worthComparing(inScope, { limit, farLimit });
  }

  async creatives(ids: readonly string[]): Promise<Map<string, Creative>> {
    return this.#byId(ids, (id) => this.#tables.creatives.byId(id));
  }

  async fingerprints(ids: readonly string[]): Promise<Map<string, Uint8Array>> {
    return this.#byId(ids, (id) => {
      const number = this.#tables.creatives.numberOf(id);
      const fingerprint = number === undefined ? undefined : this.#tables.creatives.fingerprint(number);
      if (number !== undefined && fingerprint === undefined)
        this.#warnings.addOnce(`The stored fingerprint of creative ${id} is damaged`);
      return fingerprint;
    });
  }

  async *list(scope: StoreScope = {}): AsyncIterable<Creative> {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: NumberedCreative[] = this.#guarded.read(() =>
        this.#tables.creatives.page(after as number, scope),
      );
      for (const { creative } of page) yield creative;
      after = page.at(-1)?.number;
      // A hundred thousand are read in a second: other work gets its turn.
      await nextTurn();
    }
  }

  pairs(): Promise<StoredPair[]> {
    return this.#guarded.work(() => this.#tables.pairs.all());
  }

  async nearestOf(id: string, k: number, scope: StoreScope = {}): Promise<StoredPair[] | undefined> {
    return this.#guarded.read(() => this.#tables.nearestOf(id, k, scope));
  }

  async pairsOf(id: string): Promise<StoredPair[]> {
    return this.#guarded.read(() => this.#tables.pairs.of(id));
  }

  async pairsBetween(sides: readonly Pick<StoredPair, "a" | "b">[]): Promise<StoredPair[]> {
    return this.#guarded.read(() => this.#tables.pairs.between(sides));
  }

  outlines(): Promise<StoreOutlines> {
    return this.#guarded.work(() => readOutlines(this.#database));
  }

  async revision(): Promise<string> {
    return this.#guarded.read(() => revisionOf(this.#database));
  }

  async allow(pair: AllowedPair): Promise<void> {
    this.#guarded.write(() => this.#tables.allowed.put(pair));
  }

  async disallow(a: string, b: string): Promise<boolean> {
    return this.#guarded.write(() => this.#tables.allowed.delete(a, b));
  }

  async allowedPairs(): Promise<AllowedPair[]> {
    return this.#guarded.read(() => this.#tables.allowed.all());
  }

  async verify(signal?: AbortSignal): Promise<StoreProblem[]> {
    return this.#guarded.work(() => verifyStore(this.#database, this.#tables, this.#index, signal));
  }

  /** Brings evidence of another descriptor version up to date; quick when there is none. For a writer only. */
  async renewStaleEvidence(signal?: AbortSignal): Promise<void> {
    await this.#renewEvidence((after) => this.#tables.evidence.stale(after), signal);
  }

  async rebuild(signal?: AbortSignal): Promise<void> {
    await this.#renewEvidence((after) => this.#tables.creatives.numbers(after), signal);
    await this.#index.reset();
    rmSync(join(dirname(this.#path), INDEX_NAME), { recursive: true, force: true });
    await this.#guarded.work(() => this.#index.save(signal));
  }

  async close(): Promise<void> {
    if (!this.#database.open) return;
    try {
      await this.#index.close();
    } finally {
      this.#database.close();
      this.#lock?.release();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #renewEvidence(page: (after: number) => number[], signal: AbortSignal | undefined): Promise<void> {
    for await (const numbers of this.#guarded.pages(page))
      for (const number of numbers) {
        signal?.throwIfAborted();
        this.#guarded.write(() => this.#tables.evidence.renew(number));
        // Each takes some 10 ms: other work gets its turn.
        await nextTurn();
      }
  }

  #byId<Value>(ids: readonly string[], find: (id: string) => Value | undefined): Map<string, Value> {
    return this.#guarded.read(() => foundById(ids, find));
  }
}
