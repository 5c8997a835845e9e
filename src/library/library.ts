import { SamecutError } from "../errors.js";
import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { requireObject } from "../intake/required-object.js";
import type { Comparisons } from "../matching/comparisons.js";
import type { Description } from "../matching/description.js";
import { untilAborted } from "../threads/until-aborted.js";
import type { PairVerdict } from "../verdict/verdict.js";
import { Additions } from "./additions.js";
import { Allowances } from "./allowances.js";
import { CallGate } from "./call-gate.js";
import { checkInput } from "./check-input.js";
import { compareStored } from "./compare-stored.js";
import type { Creative, StoredPair } from "./creative.js";
import type { CreativeMatch } from "./creative-match.js";
import type { SimilarityGroup } from "./groups.js";
import { exportLines, type ImportSummary, importLines } from "./interchange.js";
import type {
  AddOptions,
  AddResult,
  CallOptions,
  CheckAndAddOptions,
  CheckAndAddResult,
  CheckOptions,
  CheckResult,
  CreativeInput,
  InputOptions,
  NearestOptions,
  TimedCallOptions,
} from "./library-calls.js";
import { Matcher, type StoredMatchOptions } from "./matcher.js";
import { searchNearestOf } from "./nearest-of.js";
import { namedDetails, readInput } from "./read-input.js";
import { Redating } from "./redating.js";
import { requireScope } from "./required-options.js";
import type { AllowedPair, CreativeStore, StoreProblem, StoreScope } from "./store.js";
import { type LibrarySurvey, Surveys } from "./survey.js";
import { WriteQueue } from "./write-queue.js";

/**
 * A stored collection of creatives; made by `openLibrary`. Calls may overlap; those that write take effect one after
 * the other, and are durable and seen by every later call when they resolve. Closing ends what is under way: those
 * calls reject with LIBRARY_CLOSED. Besides the errors named at each call, all may reject with STORE_DAMAGED,
 * STORE_BUSY, STORE_NOT_ACCESSIBLE, INDEX_UNAVAILABLE and INDEX_CRASHED; those that write with LIBRARY_READ_ONLY and
 * DISK_FULL, after which the library is as it was before the call; those that are given a creative with what
 * `fingerprint` rejects with; those that take options with SETTING_INVALID for one that cannot be; those that take a time limit with
 * CALL_TIMED_OUT, and LIBRARY_BUSY where as many of them are
 * pending as the library takes.
 */
export class Library implements AsyncDisposable {
  readonly #store: CreativeStore;
  readonly #matcher: Matcher;
  readonly #allowances: Allowances;
  readonly #additions: Additions;
  readonly #redating: Redating;
  readonly #surveys: Surveys;
  readonly #comparisons: Comparisons;
  readonly #writes = new WriteQueue();
  /** What the calls that live in files of their own work with. */
  readonly #parts;
  readonly #gate: CallGate;

  /** Use `openLibrary`. The library closes the store and the comparisons with itself. */
  constructor(store: CreativeStore, comparisons: Comparisons, pendingLimit?: number) {
    this.#gate = new CallGate(pendingLimit);
    this.#store = store;
    this.#comparisons = comparisons;
    this.#allowances = new Allowances(store);
    this.#matcher = new Matcher(store, comparisons);
    this.#additions = new Additions(store, this.#matcher);
    this.#redating = new Redating(store, comparisons);
    this.#surveys = new Surveys(store);
    const [matcher, additions, writes] = [this.#matcher, this.#additions, this.#writes];
    this.#parts = { store, comparisons, matcher, additions, writes };
  }

  /** What happened to the library that its user should know, in words; grows. */
  get warnings(): readonly string[] {
    return this.#store.warnings;
  }

  /** Which creatives of the library a new one is like, most similar first. Adds nothing. */
  check(input: CreativeInput, options: CheckOptions = {}): Promise<CheckResult> {
    return this.#gate.work(options, (signal) => checkInput(input, { ...options, signal }, this.#parts));
  }

  /**
   * Which others a creative of the library is like, earlier and later ones, as it was judged when the later of the two was
   * added: nothing is compared again. Throws CREATIVE_NOT_FOUND.
   */
  matchesOf(id: string, options: StoredMatchOptions = {}): Promise<CheckResult> {
    return this.#gate.run({}, () => this.#matcher.stored(id, options));
  }

  /**
   * Adds a creative, compares it with those that are there, and remembers the pairs. Adding the same content under
   * the same id again changes nothing. Throws CREATIVE_EXISTS where the id belongs to another content.
   */
  add(input: CreativeInput, options: AddOptions = {}): Promise<AddResult> {
    return this.#takeIn(input, options, (description, signal) =>
      this.#additions.add(description, namedDetails(input, options), signal),
    );
  }

  /**
   * Checks a creative and adds it unless a match in range refuses it, as one step: of two alike creatives that come at
   * the same moment, the second meets the first. The same call again finds the creative `present`. What is added is
   * compared with all creatives, as `add` does; told are the matches in range. Throws CREATIVE_EXISTS where the id
   * belongs to another content, COMPARISON_INCOMPLETE where a near
   * creative is damaged and no other match decides.
   */
  checkAndAdd(input: CreativeInput, options: CheckAndAddOptions): Promise<CheckAndAddResult> {
    return this.#takeIn(input, options, (description, signal) =>
      this.#additions.addUnlessRefused(description, namedDetails(input, options), options, signal),
    );
  }

  /** Corrects when a creative was first delivered (undefined: not known), and so who repeats whom. Throws CREATIVE_NOT_FOUND. */
  redate(id: string, uploadedAt: Date | undefined, options: CallOptions = {}): Promise<Creative> {
    return this.#change(options, (signal) => this.#redating.redate(id, uploadedAt, signal));
  }

  /** Removes a creative with its pairs. Throws CREATIVE_NOT_FOUND. */
  remove(id: string, options: CallOptions = {}): Promise<void> {
    return this.#change(options, async () => {
      if ((await this.#store.remove([id])).length === 0)
        throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
    });
  }

  /** A creative of the library; undefined when there is none with this id. */
  get(id: string): Promise<Creative | undefined> {
    return this.#gate.run({}, async () => (await this.#store.creatives([id])).get(id));
  }

  /** The creatives that are this very file (`sha256:<hex>`, see `Creative.fileDigest`), in the order of adding. */
  copiesOf(fileDigest: string): Promise<Creative[]> {
    return this.#gate.run({}, () => this.#store.copiesOf([fileDigest]));
  }

  /** What is kept of a creative's content; undefined when there is none with this id. Throws FINGERPRINT_VERSION. */
  fingerprint(id: string): Promise<Fingerprint | undefined> {
    return this.#gate.run({}, async () => {
      const encoded = (await this.#store.fingerprints([id])).get(id);
      return encoded && decodeFingerprint(encoded);
    });
  }

  /** The creatives of a scope, or all, in the order of adding. */
  async *list(scope: StoreScope = {}): AsyncGenerator<Creative, void, undefined> {
    this.#gate.requireOpen();
    requireScope(scope);
    for await (const creative of this.#store.list(scope)) {
      yield creative;
      this.#gate.requireOpen();
    }
  }

  /**
   * The creatives most similar to one of the library, whatever their grade: of those it was compared with when the later of the two
   * was added, or, where too few are known for certain, searched for anew. Throws CREATIVE_NOT_FOUND, FINGERPRINT_DAMAGED.
   */
  async nearestOf(id: string, options: NearestOptions = {}): Promise<CreativeMatch[]> {
    requireObject(options);
    const { k = 10, scope } = options;
    const known = await this.#gate.run(options, () => this.#matcher.storedNearest(id, k, scope));
    if (known !== undefined) return known;
    return this.#gate.work(options, (signal) => searchNearestOf(id, { ...options, k, signal }, this.#parts));
  }

  /**
   * The verdict on two creatives of the library, compared anew, whatever the grade; `a` is taken to be the earlier one. Throws
   * CREATIVE_NOT_FOUND, FINGERPRINT_DAMAGED, FINGERPRINT_VERSION.
   */
  compare(a: string, b: string, options: TimedCallOptions = {}): Promise<PairVerdict> {
    return this.#gate.work(options, (signal) => compareStored(a, b, signal, this.#parts));
  }

  /** The creatives most similar to one, also those below every threshold; most similar first, then nearest. */
  nearest(input: CreativeInput, options: NearestOptions = {}): Promise<CreativeMatch[]> {
    return this.#gate.work(options, async (signal) => {
      const { k = 10, scope } = options;
      const fingerprint = await readInput(input, { ...options, signal });
      const description = await this.#comparisons.describe(fingerprint, { signal });
      return this.#matcher.nearest(description, k, { signal, ...(scope && { scope }) });
    });
  }

  /** The groups of similar creatives, without the pairs that are allowed. */
  groups(options: CallOptions = {}): Promise<SimilarityGroup[]> {
    return this.#gate.run(options, (signal) => this.#surveys.groups(signal));
  }

  /** All of the library in outlines, as it is now; quick where nothing was written since the last time. */
  survey(options: CallOptions = {}): Promise<LibrarySurvey> {
    return this.#gate.run(options, (signal) => untilAborted(this.#surveys.current(), signal));
  }

  /** The pairs of these two creatives each, the earlier one first; what is no pair is left out. */
  pairsBetween(sides: readonly Pick<StoredPair, "a" | "b">[]): Promise<StoredPair[]> {
    return this.#gate.run({}, () => this.#store.pairsBetween(sides));
  }

  /** The pairs found when their later creative was added, allowed ones included. */
  pairs(): Promise<StoredPair[]> {
    return this.#gate.run({}, () => this.#store.pairs());
  }

  /**
   * Remembers that two creatives are fine beside each other. It is their contents that are remembered: the allowance
   * outlives their removal. Throws CREATIVE_NOT_FOUND.
   */
  allow(a: string, b: string, reason?: string): Promise<void> {
    return this.#change({}, () => this.#allowances.allow(a, b, reason));
  }

  /** Takes {@link allow} back; false when the two were not allowed. Throws CREATIVE_NOT_FOUND. */
  disallow(a: string, b: string): Promise<boolean> {
    return this.#change({}, () => this.#allowances.disallow(a, b));
  }

  /** Everything that is allowed, by contents. */
  allowedPairs(): Promise<AllowedPair[]> {
    return this.#gate.run({}, () => this.#store.allowedPairs());
  }

  /** Looks at everything that is stored; empty when all is well. */
  verify(options: CallOptions = {}): Promise<StoreProblem[]> {
    return this.#gate.run(options, (signal) => this.#store.verify(signal));
  }

  /** Builds anew whatever can be derived from the stored fingerprints: descriptors and search index. */
  rebuild(options: CallOptions = {}): Promise<void> {
    return this.#change(options, (signal) => this.#store.rebuild(signal));
  }

  /** The library as JSON Lines, one string a line and without line ends: creatives with fingerprints, then allowances. */
  async *export(options: CallOptions = {}): AsyncGenerator<string, void, undefined> {
    requireObject(options);
    for await (const line of exportLines(this.#store)) {
      options.signal?.throwIfAborted();
      this.#gate.requireOpen();
      yield line;
    }
  }

  /** Adds what {@link export} wrote; a line that cannot be taken over is told, and costs itself only. */
  import(lines: Iterable<string> | AsyncIterable<string>, options: CallOptions = {}): Promise<ImportSummary> {
    return this.#gate.run(options, (signal) => importLines(lines, { ...this.#parts, signal }));
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

  /** Reads a creative, and then waits for its turn to write. */
  #takeIn<Result>(
    input: CreativeInput,
    options: InputOptions,
    write: (description: Description, signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    return this.#gate.work(options, async (signal) => {
      const fingerprint = await readInput(input, { ...options, signal });
      const description = await this.#comparisons.describe(fingerprint, { signal });
      return this.#writes.run(() => write(description, signal), { ...options, signal });
    });
  }

  #change<Result>(options: CallOptions, write: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    return this.#gate.run(options, (signal) => this.#writes.run(() => write(signal), { signal }));
  }
}
