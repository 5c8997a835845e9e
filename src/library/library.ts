import PQueue from "p-queue";
import { SamecutError } from "../errors.js";
import { decodeFingerprint, encodeFingerprint } from "../fingerprint/codec.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Comparisons } from "../matching/comparisons.js";
import { Allowances } from "./allowances.js";
import { CallGate } from "./call-gate.js";
import { type Creative, type CreativeDetails, describeCreative, type StoredPair } from "./creative.js";
import { type SimilarityGroup, similarityGroups } from "./groups.js";
import { exportLines, type ImportSummary, importLines } from "./interchange.js";
import type {
  AddResult,
  CallOptions,
  CheckOptions,
  CheckResult,
  CreativeInput,
  NearestOptions,
} from "./library-calls.js";
import { type CreativeMatch, Matcher } from "./matcher.js";
import { readInput } from "./read-input.js";
import type { AllowedPair, CreativeStore, StoreProblem, StoreScope } from "./store.js";

/**
 * A stored collection of creatives; made by `openLibrary`. Calls may overlap; those that write take effect one after
 * the other, and are durable and seen by every later call when they resolve. Closing ends what is under way: those
 * calls reject with LIBRARY_CLOSED. Besides the errors named at each call, all may reject with STORE_DAMAGED,
 * STORE_BUSY, STORE_NOT_ACCESSIBLE, INDEX_UNAVAILABLE and INDEX_CRASHED; those that write with LIBRARY_READ_ONLY and
 * DISK_FULL, after which the library is as it was before the call.
 */
export class Library implements AsyncDisposable {
  readonly #store: CreativeStore;
  readonly #matcher: Matcher;
  readonly #allowances: Allowances;
  readonly #comparisons: Comparisons;
  readonly #writes = new PQueue({ concurrency: 1 });
  readonly #gate = new CallGate();

  /** Use `openLibrary`. The library closes the store and the comparisons with itself. */
  constructor(store: CreativeStore, comparisons: Comparisons) {
    this.#store = store;
    this.#comparisons = comparisons;
    this.#allowances = new Allowances(store);
    this.#matcher = new Matcher(store, comparisons);
  }

  /** What happened to the library that its user should know, in words; grows. */
  get warnings(): readonly string[] {
    return this.#store.warnings;
  }

  /** Which creatives of the library a new one is like, most similar first. Adds nothing. */
  check(input: CreativeInput, options: CheckOptions = {}): Promise<CheckResult> {
    return this.#gate.run(options.signal, async (signal) => {
      const fingerprint = await readInput(input, signal);
      const creative = describeCreative(
        fingerprint,
        typeof input === "string" ? { path: input } : {},
        new Date(),
      );
      const { threshold, scope } = options;
      const found = await this.#matcher.match(creative, fingerprint, {
        signal,
        ...(threshold === undefined ? {} : { threshold }),
        ...(scope === undefined ? {} : { scope }),
      });
      return { creative, ...found };
    });
  }

  /**
   * Adds a creative, compares it with those that are there, and remembers the pairs. Adding the same content under
   * the same id again changes nothing. Throws CREATIVE_EXISTS where the id belongs to another content.
   */
  add(input: CreativeInput, options: CreativeDetails & CallOptions = {}): Promise<AddResult> {
    return this.#gate.run(options.signal, async (signal) => {
      const fingerprint = await readInput(input, signal);
      const details = typeof input === "string" ? { path: input, ...options } : options;
      return this.#write(signal, () => this.#addFingerprint(fingerprint, details, signal));
    });
  }

  /** Removes a creative with its pairs. Throws CREATIVE_NOT_FOUND. */
  remove(id: string, options: CallOptions = {}): Promise<void> {
    return this.#gate.run(options.signal, (signal) =>
      this.#write(signal, async () => {
        const removed = await this.#store.remove([id]);
        if (removed.length === 0) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
      }),
    );
  }

  /** A creative of the library; undefined when there is none with this id. */
  get(id: string): Promise<Creative | undefined> {
    return this.#gate.run(undefined, async () => (await this.#store.creatives([id])).get(id));
  }

  /** What is kept of a creative's content; undefined when there is none with this id. Throws FINGERPRINT_VERSION. */
  fingerprint(id: string): Promise<Fingerprint | undefined> {
    return this.#gate.run(undefined, async () => {
      const encoded = (await this.#store.fingerprints([id])).get(id);
      return encoded && decodeFingerprint(encoded);
    });
  }

  /** The creatives of a scope, or all, in the order of adding. */
  async *list(scope: StoreScope = {}): AsyncGenerator<Creative, void, undefined> {
    this.#gate.requireOpen();
    for await (const creative of this.#store.list(scope)) {
      yield creative;
      this.#gate.requireOpen();
    }
  }

  /** The creatives most similar to one, also those below every threshold; most similar first, then nearest. */
  nearest(input: CreativeInput, options: NearestOptions = {}): Promise<CreativeMatch[]> {
    return this.#gate.run(options.signal, async (signal) => {
      const fingerprint = await readInput(input, signal);
      return this.#matcher.nearest(fingerprint, options.k ?? 10, {
        signal,
        ...(options.scope ? { scope: options.scope } : {}),
      });
    });
  }

  /** The groups of similar creatives, without the pairs that are allowed. */
  groups(options: CallOptions = {}): Promise<SimilarityGroup[]> {
    return this.#gate.run(options.signal, async (signal) => {
      const creatives: Creative[] = [];
      for await (const creative of this.#store.list()) creatives.push(creative);
      signal.throwIfAborted();
      return similarityGroups(
        creatives,
        await this.#matcher.withoutAllowed(creatives, await this.#store.pairs()),
      );
    });
  }

  /** The pairs found when their later creative was added, allowed ones included. */
  pairs(): Promise<StoredPair[]> {
    return this.#gate.run(undefined, () => this.#store.pairs());
  }

  /**
   * Remembers that two creatives are fine beside each other. It is their contents that are remembered: the allowance
   * outlives their removal. Throws CREATIVE_NOT_FOUND.
   */
  allow(a: string, b: string, reason?: string): Promise<void> {
    return this.#gate.run(undefined, (signal) =>
      this.#write(signal, () => this.#allowances.allow(a, b, reason)),
    );
  }

  /** Takes {@link allow} back; false when the two were not allowed. Throws CREATIVE_NOT_FOUND. */
  disallow(a: string, b: string): Promise<boolean> {
    return this.#gate.run(undefined, (signal) => this.#write(signal, () => this.#allowances.disallow(a, b)));
  }

  /** Everything that is allowed, by contents. */
  allowedPairs(): Promise<AllowedPair[]> {
    return this.#gate.run(undefined, () => this.#store.allowedPairs());
  }

  /** Looks at everything that is stored; empty when all is well. */
  verify(options: CallOptions = {}): Promise<StoreProblem[]> {
    return this.#gate.run(options.signal, (signal) => this.#store.verify(signal));
  }

  /** Builds anew whatever can be derived from the stored fingerprints: descriptors and search index. */
  rebuild(options: CallOptions = {}): Promise<void> {
    return this.#gate.run(options.signal, (signal) => this.#write(signal, () => this.#store.rebuild(signal)));
  }

  /** The library as JSON Lines, one string a line and without line ends: creatives with fingerprints, then allowances. */
  async *export(options: CallOptions = {}): AsyncGenerator<string, void, undefined> {
    for await (const line of exportLines(this.#store)) {
      options.signal?.throwIfAborted();
      this.#gate.requireOpen();
      yield line;
    }
  }

  /** Adds what {@link export} wrote; a line that cannot be taken over is told, and costs itself only. */
  import(lines: Iterable<string> | AsyncIterable<string>, options: CallOptions = {}): Promise<ImportSummary> {
    return this.#gate.run(options.signal, (signal) =>
      importLines(lines, {
        add: ({ fingerprint, details, addedAt }) =>
          this.#write(
            signal,
            async () => (await this.#addFingerprint(fingerprint, details, signal, addedAt)).added,
          ),
        allow: (pair) => this.#write(signal, () => this.#store.allow(pair)),
        signal,
      }),
    );
  }

  /** Ends what is under way, saves the index and lets go of the store. Closing twice is allowed. */
  async close(): Promise<void> {
    await this.#gate.close();
    await this.#comparisons.close();
    await this.#store.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #addFingerprint(
    fingerprint: Fingerprint,
    details: CreativeDetails,
    signal: AbortSignal,
    addedAt = new Date(),
  ): Promise<AddResult> {
    const creative = describeCreative(fingerprint, details, addedAt);
    const present = (await this.#store.creatives([creative.id])).get(creative.id);
    if (present !== undefined && present.fileDigest !== creative.fileDigest) {
      throw new SamecutError("CREATIVE_EXISTS", { detail: creative.id });
    }
    const found = await this.#matcher.match(present ?? creative, fingerprint, {
      signal,
      exceptId: creative.id,
    });
    if (present !== undefined) return { creative: present, added: false, ...found };
    const pairs = [...found.matches, ...found.allowed].map(
      ({ creative: other, verdict, earlier }): StoredPair => {
        return earlier ? { a: other.id, b: creative.id, verdict } : { a: creative.id, b: other.id, verdict };
      },
    );
    await this.#store.put([{ creative, fingerprint: encodeFingerprint(fingerprint) }], pairs);
    return { creative, added: true, ...found };
  }

  /** Runs a write when those before it have ended; the queue gets no signal, for it would begin the next one too soon. */
  async #write<Result>(signal: AbortSignal, action: () => Promise<Result>): Promise<Result> {
    const outcome = await this.#writes.add(() => {
      signal.throwIfAborted();
      return action();
    });
    return outcome as Result;
  }
}
