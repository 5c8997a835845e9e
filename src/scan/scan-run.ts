import { availableParallelism } from "node:os";
import type { Library } from "../library/library.js";
import { openLibrary } from "../library/open-library.js";
import { locateFfmpeg } from "../media/ffmpeg-binary.js";
import type {
  ReadCreative,
  ReportedCreative,
  ReportedPair,
  ReportedSelection,
  ReportedWarning,
  ScanReport,
} from "../report/scan-report.js";
import { GRADES } from "../verdict/similarity.js";
import type { PairVerdict } from "../verdict/verdict.js";
import { AllowedPairs } from "./allowed-pairs.js";
import { buildReport, type ReportParts } from "./build-report.js";
import { cacheFolder } from "./cache-folder.js";
import { judgementVersion } from "./judgement-version.js";
import { isListed, listPair } from "./listing.js";
import { ScanCache } from "./scan-cache.js";
import type { ScanEvent } from "./scan-event.js";
import type { ScanOptions } from "./scan-options.js";
import { TOOL_VERSION } from "./tool-version.js";

/** One run of a scan or a check: what its stages share, and what they have found so far. */
export class ScanRun implements Disposable {
  readonly options: ScanOptions;
  readonly signal: AbortSignal;
  readonly send: (event: ScanEvent) => void;
  /** Files decoded, and pairs compared, at the same time. */
  readonly jobs: number;
  readonly cache: ScanCache;
  readonly #startedAt = performance.now();
  readonly #ffmpegVersion: string;
  readonly #allowedPairs: AllowedPairs;
  readonly #pairs: ReportedPair[] = [];
  readonly #warnings: ReportedWarning[] = [];
  #allowed = 0;
  #selection: ReportedSelection | undefined;

  private constructor(
    options: ScanOptions,
    signal: AbortSignal,
    send: (event: ScanEvent) => void,
    ffmpegVersion: string,
    allowedPairs: AllowedPairs,
  ) {
    this.options = options;
    this.signal = signal;
    this.send = send;
    this.jobs = options.jobs ?? availableParallelism();
    this.#ffmpegVersion = ffmpegVersion;
    this.#allowedPairs = allowedPairs;
    const versions = { verdictVersion: judgementVersion(), decoderVersion: ffmpegVersion };
    this.cache = ScanCache.open(options.cacheFolder ?? cacheFolder(), versions, (warning) =>
      this.warn(warning),
    );
  }

  /** Throws FFMPEG_MISSING, and what {@link AllowedPairs.load} throws. */
  static async begin(
    options: ScanOptions,
    signal: AbortSignal,
    send: (event: ScanEvent) => void,
  ): Promise<ScanRun> {
    signal.throwIfAborted();
    const { version } = await locateFfmpeg();
    return new ScanRun(options, signal, send, version, await AllowedPairs.load());
  }

  /** Opens a library that shares the run's cache: two contents that the run has compared are not compared for it again. */
  openLibrary(folder: string, options: { readonly readOnly?: boolean } = {}): Promise<Library> {
    const { signal, jobs, cache } = this;
    return openLibrary(folder, { ...options, signal, settings: { jobs }, verdicts: cache });
  }

  /** Notes something the user should know. */
  warn(warning: ReportedWarning): void {
    this.#warnings.push(warning);
    this.send({ type: "warning", warning });
  }

  /** Whether a verdict is one to list, or was one by the grades' own bounds: what it is about may have variants near it. */
  isFind(verdict: PairVerdict): boolean {
    return verdict.grade !== "distinct" || isListed(verdict, this.options.threshold);
  }

  /** Notes a verdict; true when it is one to list and the user has not allowed the pair. */
  judge(a: Judged, b: Judged, verdict: PairVerdict): boolean {
    const pair = listPair(a.id, b.id, verdict, this.options.threshold);
    if (pair === undefined) return false;
    if (this.#allowedPairs.has(a.fileDigest, b.fileDigest)) {
      this.allow(1);
      return false;
    }
    this.#pairs.push(pair);
    this.send({ type: "pair", pair });
    return true;
  }

  /** Notes pairs that are left out because the user has allowed them. */
  allow(pairs: number): void {
    this.#allowed += pairs;
  }

  /** Notes which of the files are looked at. */
  noteSelection(selection: ReportedSelection): void {
    this.#selection = selection;
  }

  /** The report of what was found. Throws the signal's reason. */
  report(creatives: readonly ReportedCreative[]): Promise<ScanReport> {
    const parts: ReportParts = {
      tool: { version: TOOL_VERSION, ffmpeg: this.#ffmpegVersion, settings: settingsOf(this.options) },
      creatives,
      pairs: this.#pairs,
      warnings: this.#warnings,
      selection: this.#selection,
      accounts: this.options.accounts,
      allowed: this.#allowed,
      elapsedSeconds: (performance.now() - this.#startedAt) / 1000,
    };
    return buildReport(parts, this.signal);
  }

  [Symbol.dispose](): void {
    this.cache[Symbol.dispose]();
  }
}

/** What a verdict is noted for. */
export type Judged = Pick<ReadCreative, "id" | "fileDigest">;

function settingsOf({ threshold, since, sample }: ScanOptions): ScanReport["tool"]["settings"] {
  return {
    threshold: threshold ?? GRADES.similar,
    ...(since === undefined ? {} : { since: since.toISOString() }),
    ...(sample === undefined ? {} : { sampleShare: sample.share, sampleSeed: sample.seed ?? 1 }),
  };
}
