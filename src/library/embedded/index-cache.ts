import PQueue from "p-queue";
import { SamecutError } from "../../errors.js";
import { CellIndex } from "../../index/cells/cell-index.js";
import type { CellsIdentity } from "../../index/cells/saved-cells-header.js";
import type { HnswSettings } from "../../index/hnsw/hnsw-settings.js";
import type { StoredEvidence } from "../../matching/candidate-evidence.js";
import { CandidateIndex } from "../../matching/candidate-index.js";
import type { DigestIndex } from "../../matching/digest-table.js";
import { type HashedCreative, HashTable } from "../../matching/hash-table.js";
import { untilAborted } from "../../threads/until-aborted.js";
import type { WarningList } from "../warning-list.js";
import { UnseenWrites } from "./unseen-writes.js";

/** The truth an index is filled from. */
export interface EvidenceSource {
  /** The numbers of all creatives, ascending, a page at a time. */
  numbers(): AsyncIterable<readonly number[]>;
  /** The evidence of creatives; numbers that are gone meanwhile are left out. */
  evidence(numbers: readonly number[]): StoredEvidence[];
  /** The hashes of all creatives, a page at a time. */
  hashes(): AsyncIterable<readonly HashedCreative[]>;
  /** Creatives by their digests, as they are now. */
  readonly digests: DigestIndex;
  /** Another number whenever another process has written since it was last asked. */
  foreignWrites(): number;
}

/** Where an index is kept and how it is built. */
export interface IndexCacheOptions {
  readonly folder: string;
  readonly identity: CellsIdentity;
  readonly settings?: Partial<HnswSettings>;
  /** Whether the index may be saved; a reader only fills its own memory. */
  readonly writable: boolean;
  /** Takes what happens. */
  readonly warnings: WarningList;
}

interface OpenIndex {
  readonly creatives: CellIndex;
  readonly candidates: CandidateIndex;
  readonly held: Set<number>;
  foreignWrites: number;
}

/** Creatives taken in at a time while catching up: some tenths of a second of work for the index, some milliseconds for us. */
const BATCH_ADDED = 100;

/** Creatives added between two saves, a share of what is held but at least so many: saving takes the longer the more there is, and a creative that was not saved 2 ms when it is taken in again. */
const SAVE_AFTER = { creatives: 2_000, share: 0.02 } as const;
/** The share while very many are taken in. */
const SAVE_AFTER_SHARE_OF_MANY = 0.1;

/** Creatives that closing still takes in, some 40 seconds of work; more are left to the next time. */
const MOST_TAKEN_IN_AT_CLOSE = 20_000;

/**
 * The index of a store: read from its files at first use, brought up to what the store holds, built anew where the
 * files are missing, damaged or of another version, or where its thread has died. Losing it loses no data.
 */
export class IndexCache {
  readonly #source: EvidenceSource;
  readonly #options: IndexCacheOptions;
  readonly #maintenance = new PQueue({ concurrency: 1 });
  #open: OpenIndex | undefined;
  /** What the open index has not taken in yet. */
  readonly #writes = new UnseenWrites();
  #unsavedCreatives = 0;
  #closing = false;

  constructor(source: EvidenceSource, options: IndexCacheOptions) {
    this.#source = source;
    this.#options = options;
  }

  /** Tells of a write by this process; the index takes it in before it is next asked. */
  noteWrite(change: { readonly added?: readonly number[]; readonly removed?: readonly number[] }): void {
    this.#writes.note(change);
  }

  /** Asks the index as it is after all writes so far. A crash of its thread, whenever it comes, costs a rebuild, not the question. */
  async use<Answer>(ask: (index: CandidateIndex) => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    try {
      return await this.#useOnce(ask, signal);
    } catch (error) {
      if (!isCrash(error)) throw error;
      this.#options.warnings.add(`The search index is built anew: ${(error as Error).message}`);
      return await this.#useOnce(ask, signal);
    }
  }

  /** What is wrong with the saved index; undefined where nothing is, or where there is none of this version yet. */
  async savedProblem(): Promise<string | undefined> {
    const { folder, identity, settings } = this.#options;
    const { index, refused } = await CellIndex.load(folder, identity, settings);
    await index.close();
    return refused;
  }

  /** Forgets what is in memory; the next question reads the files again, or fills a new index. */
  async reset(): Promise<void> {
    if (this.#open) await this.#drop(this.#open);
  }

  /** Brings the files up to date, where they may be written. A full disk is a warning: the store is what counts. */
  async save(signal?: AbortSignal): Promise<void> {
    const { creatives } = await this.#upToDate(signal);
    await this.#maintenance.add(() => this.#save(creatives));
  }

  /** Saves what has changed and ends the thread. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#maintenance.onIdle();
    const open = this.#open;
    if (open === undefined) return;
    if (this.#options.writable && this.#unsavedCreatives + this.#writes.count > 0) {
      try {
        await this.#catchUp(open);
        await this.#save(open.creatives);
      } catch (error) {
        if (!isCrash(error)) throw error;
      }
    }
    await this.#drop(open);
  }

  async #useOnce<Answer>(
    ask: (index: CandidateIndex) => Promise<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const index = await this.#upToDate(signal);
    try {
      return await ask(index.candidates);
    } catch (error) {
      if (isCrash(error)) await this.#drop(index);
      throw error;
    }
  }

  /** A caller that leaves does not stop the work: the next one would have to begin again. */
  async #upToDate(signal: AbortSignal | undefined): Promise<OpenIndex> {
    signal?.throwIfAborted();
    // The queue is told nothing of the signal: it would begin the next work beside this one.
    const work = this.#maintenance.add(() => this.#bringUpToDate()) as Promise<OpenIndex>;
    return untilAborted(work, signal);
  }

  async #bringUpToDate(): Promise<OpenIndex> {
    try {
      this.#open ??= await this.#load();
      await this.#catchUp(this.#open);
    } catch (error) {
      // Taken in by halves: begin again from the files.
      if (this.#open) await this.#drop(this.#open);
      throw error;
    }
    if (this.#writes.missing > 0) throw new SamecutError("LIBRARY_CLOSED");
    return this.#open;
  }

  async #load(): Promise<OpenIndex> {
    const { folder, identity, settings } = this.#options;
    const loading = CellIndex.load(folder, identity, settings);
    // Descriptors are read by the index's thread, and meanwhile hashes by this one.
    const [{ index, refused, outdated }, hashes] = await Promise.all([loading, this.#hashes()]).catch(
      async (error) => {
        await loading.then(({ index }) => index.close()).catch(() => undefined);
        throw error;
      },
    );
    if (refused !== undefined)
      this.#options.warnings.add(`The saved search index was not used, for ${refused}; it is built anew`);
    if (outdated)
      this.#options.warnings.add(
        `Another version of samecut made the search index; it is built anew${this.#options.writable ? "" : " each time, until something is added or `samecut library rebuild` keeps it"}`,
      );
    const held = new Set(await index.ids());
    const candidates = new CandidateIndex(index, { hashes, digests: this.#source.digests });
    // No write has been seen: the first catching up looks at everything.
    return { creatives: index, candidates, held, foreignWrites: Number.NaN };
  }

  async #hashes(): Promise<HashTable> {
    const hashes = new HashTable();
    for await (const batch of this.#source.hashes()) hashes.add(batch);
    return hashes;
  }

  /** Takes in what was written; where the store is being closed, no more than that may take. */
  async #catchUp(open: OpenIndex): Promise<void> {
    await this.#seeForeignWrites(open);
    const gone = this.#writes.takeRemoved().filter((number) => open.held.delete(number));
    if (gone.length > 0) await open.candidates.remove(gone);
    this.#unsavedCreatives += gone.length;
    while (this.#writes.missing > 0 && !this.#leavesTheRest) {
      const batch = this.#writes.next(BATCH_ADDED);
      const evidence = this.#source.evidence(batch.filter((number) => !open.held.has(number)));
      await open.candidates.add(evidence);
      for (const number of batch) open.held.add(number);
      this.#writes.taken(batch.length);
      // Those without descriptors are in no file, and met again at each opening.
      this.#unsavedCreatives += evidence.filter(({ descriptors }) => descriptors.length > 0).length;
      await this.#saveAfter(open, SAVE_AFTER_SHARE_OF_MANY);
    }
    await this.#saveAfter(open, SAVE_AFTER.share);
  }

  get #leavesTheRest(): boolean {
    return this.#closing && (!this.#options.writable || this.#writes.missing > MOST_TAKEN_IN_AT_CLOSE);
  }

  /** Looks through the whole store where another process has written to it, or where nobody knows. */
  async #seeForeignWrites(open: OpenIndex): Promise<void> {
    const foreignWrites = this.#source.foreignWrites();
    if (foreignWrites === open.foreignWrites) return;
    await this.#writes.compare(open.held, this.#source.numbers());
    open.foreignWrites = foreignWrites;
  }

  async #saveAfter({ creatives, held }: OpenIndex, share: number): Promise<void> {
    if (this.#unsavedCreatives >= Math.max(SAVE_AFTER.creatives, share * held.size))
      await this.#save(creatives);
  }

  async #save(creatives: CellIndex): Promise<void> {
    if (!this.#options.writable) return;
    this.#unsavedCreatives = 0;
    try {
      await creatives.save(this.#options.folder, this.#options.identity);
    } catch (error) {
      if (!(error instanceof SamecutError) || isCrash(error)) throw error;
      this.#options.warnings.add(`The search index was not saved and will be built anew: ${error.message}`);
    }
  }

  async #drop(index: OpenIndex): Promise<void> {
    if (this.#open === index) this.#open = undefined;
    await index.candidates.close();
  }
}

function isCrash(error: unknown): boolean {
  return error instanceof SamecutError && error.code === "INDEX_CRASHED";
}
