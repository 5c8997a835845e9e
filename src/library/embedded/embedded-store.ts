import type { HnswSettings } from "../../index/hnsw/hnsw-settings.js";
import type { CandidateQuery } from "../../matching/candidate-evidence.js";
import type { CandidateOptions } from "../../matching/candidate-index.js";
import { ThreadLine } from "../../threads/thread-line.js";
import { workerModule } from "../../threads/worker-module.js";
import type { Creative, StoredPair } from "../creative.js";
import type {
  AllowedPair,
  CreativeOutline,
  CreativeStore,
  NewCreative,
  PairOutline,
  StoredCandidate,
  StoreProblem,
  StoreScope,
} from "../store.js";
import { WarningList } from "../warning-list.js";
import { FIRST_ALLOWED_PLACE } from "./allowed-table.js";
import { FIRST_OUTLINE_PLACE } from "./outline-table.js";
import { FIRST_PAIR_PLACE } from "./pair-table.js";
import type { Page, StoreCalls } from "./store-calls.js";

/** Of what a call names one by one: writing such a message, or reading its answer, takes a millisecond. */
const ASKED_AT_A_TIME = 200;

/** How a library's folder is opened. */
export interface EmbeddedStoreOptions {
  readonly readOnly?: boolean;
  readonly index?: Partial<HnswSettings>;
  /** Told of every warning as it comes. */
  readonly onWarning?: (warning: string) => void;
}

/**
 * A store in a folder of this machine: SQLite holds what must last, an index beside it can always be rebuilt. Both belong to a
 * thread, for SQLite waits for the disk; should it end before the store is closed, calls reject with STORE_CRASHED.
 */
export class EmbeddedStore implements CreativeStore {
  readonly #thread: ThreadLine<StoreCalls>;
  readonly #warnings: WarningList;
  #closing: Promise<void> | undefined;

  private constructor(thread: ThreadLine<StoreCalls>, warnings: WarningList) {
    this.#thread = thread;
    this.#warnings = warnings;
  }

  /** Opens the store of a folder; for writing, it is created when missing. Throws what `openLibrary` throws. */
  static async open(folder: string, options: EmbeddedStoreOptions = {}): Promise<EmbeddedStore> {
    const { readOnly = false, index, onWarning } = options;
    const warnings = new WarningList(onWarning);
    const thread = new ThreadLine<StoreCalls>({
      module: workerModule("store-worker", import.meta.url),
      name: "samecut-store",
      crash: "STORE_CRASHED",
      onTold: (warning) => warnings.add(warning),
    });
    try {
      await thread.call("open", { folder, readOnly, ...(index === undefined ? {} : { index }) });
      return new EmbeddedStore(thread, warnings);
    } catch (error) {
      await thread.close();
      throw error;
    }
  }

  get warnings(): readonly string[] {
    return this.#warnings.all;
  }

  put(batch: readonly NewCreative[], compared: readonly StoredPair[]): Promise<void> {
    return this.#thread.call("put", { batch, compared });
  }

  remove(ids: readonly string[]): Promise<string[]> {
    return this.#thread.call("remove", ids);
  }

  redate(id: string, uploadedAt: string | undefined, turned: readonly StoredPair[]): Promise<void> {
    return this.#thread.call("redate", { id, uploadedAt, turned });
  }

  candidates(
    query: CandidateQuery,
    { signal, ...options }: CandidateOptions,
    scope: StoreScope = {},
  ): Promise<StoredCandidate[]> {
    return this.#thread.call("candidates", { query, options, scope }, signal);
  }

  async creatives(ids: readonly string[]): Promise<Map<string, Creative>> {
    const all = new Map<string, Creative>();
    for (const part of partsOf(ids))
      for (const [id, creative] of await this.#thread.call("creatives", part)) all.set(id, creative);
    return all;
  }

  copiesOf(fileDigests: readonly string[]): Promise<Creative[]> {
    return this.#thread.call("copiesOf", fileDigests);
  }

  fingerprints(ids: readonly string[]): Promise<Map<string, Uint8Array>> {
    return this.#thread.call("fingerprints", ids);
  }

  list(scope: StoreScope = {}): AsyncIterable<Creative> {
    return rowsOf(pagesOf((after) => this.#thread.call("creativePage", { after, scope }), 0));
  }

  pairs(): Promise<StoredPair[]> {
    return allOf(pagesOf((after) => this.#thread.call("pairPage", after), FIRST_PAIR_PLACE));
  }

  nearestOf(id: string, k: number, scope: StoreScope = {}): Promise<StoredPair[] | undefined> {
    return this.#thread.call("nearestOf", { id, k, scope });
  }

  pairsOf(id: string): Promise<StoredPair[]> {
    return allOf(pagesOf((after) => this.#thread.call("pairPageOf", { id, after }), FIRST_PAIR_PLACE));
  }

  pairsBetween(sides: readonly Pick<StoredPair, "a" | "b">[]): Promise<StoredPair[]> {
    return this.#thread.call("pairsBetween", sides);
  }

  creativeOutlines(): AsyncIterable<readonly CreativeOutline[]> {
    return pagesOf((after) => this.#thread.call("creativeOutlinePage", after), 0);
  }

  pairOutlines(): AsyncIterable<readonly PairOutline[]> {
    return pagesOf((after) => this.#thread.call("pairOutlinePage", after), FIRST_OUTLINE_PLACE);
  }

  revision(): Promise<string> {
    return this.#thread.call("revision", undefined);
  }

  allow(pair: AllowedPair): Promise<void> {
    return this.#thread.call("allow", pair);
  }

  disallow(a: string, b: string): Promise<boolean> {
    return this.#thread.call("disallow", { a, b });
  }

  async areAllowed(pairs: readonly Pick<AllowedPair, "a" | "b">[]): Promise<boolean[]> {
    const all: boolean[] = [];
    for (const part of partsOf(pairs)) all.push(...(await this.#thread.call("areAllowed", part)));
    return all;
  }

  allowedPairs(): Promise<AllowedPair[]> {
    return allOf(pagesOf((after) => this.#thread.call("allowedPage", after), FIRST_ALLOWED_PLACE));
  }

  verify(signal?: AbortSignal): Promise<StoreProblem[]> {
    return this.#thread.call("verify", undefined, signal);
  }

  /** Brings evidence of another descriptor version up to date; quick when there is none. For a writer only. */
  renewStaleEvidence(signal?: AbortSignal): Promise<void> {
    return this.#thread.call("renewStaleEvidence", undefined, signal);
  }

  rebuild(signal?: AbortSignal): Promise<void> {
    return this.#thread.call("rebuild", undefined, signal);
  }

  close(): Promise<void> {
    this.#closing ??= this.#thread.call("close", undefined).finally(() => this.#thread.close());
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function* partsOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += ASKED_AT_A_TIME)
    yield items.slice(from, from + ASKED_AT_A_TIME);
}

async function* pagesOf<Row, Place>(
  ask: (after: Place) => Promise<Page<Row, Place>>,
  first: Place,
): AsyncGenerator<readonly Row[]> {
  for (let after: Place | undefined = first; after !== undefined; ) {
    const page: Page<Row, Place> = await ask(after);
    yield page.rows;
    after = page.next;
  }
}

async function* rowsOf<Row>(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Row> {
  for await (const page of pages) yield* page;
}

async function allOf<Row>(pages: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
