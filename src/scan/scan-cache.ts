import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SamecutError } from "../errors.js";
import {
  type ContentCache,
  type ContentCacheOptions,
  openContentCache,
} from "../library/embedded/content-cache.js";
import type { RememberedVerdict, VerdictMemory } from "../matching/comparisons.js";
import { reportError } from "../report/report-error.js";
import type { ReportedWarning } from "../report/scan-report.js";
import type { PairVerdict } from "../verdict/verdict.js";

/** The cache as a scan uses it: trouble with it is a warning, never the end of the scan. */
export class ScanCache implements VerdictMemory, Disposable {
  readonly #cache: ContentCache;
  readonly #warn: (warning: ReportedWarning) => void;
  readonly #temporaryFolder: string | undefined;
  #told = 0;
  #writable = true;

  private constructor(
    cache: ContentCache,
    warn: (warning: ReportedWarning) => void,
    temporaryFolder?: string,
  ) {
    this.#cache = cache;
    this.#warn = warn;
    this.#temporaryFolder = temporaryFolder;
    this.#tellDamage();
  }

  /** Opens the cache of a folder; where that fails, one that is gone after the scan. */
  static open(
    folder: string,
    options: ContentCacheOptions,
    warn: (warning: ReportedWarning) => void,
  ): ScanCache {
    try {
      return new ScanCache(openContentCache(folder, options), warn);
    } catch (error) {
      warn(unavailable(folder, error));
      const temporary = mkdtempSync(join(tmpdir(), "samecut-"));
      return new ScanCache(openContentCache(temporary, options), warn, temporary);
    }
  }

  /** What the cache knows; undefined where it knows nothing or cannot be read any more. */
  recall<Result>(read: (cache: ContentCache) => Result | undefined): Result | undefined {
    try {
      return read(this.#cache);
    } catch (error) {
      this.#giveUp(error);
      return undefined;
    } finally {
      this.#tellDamage();
    }
  }

  /** Writes to the cache, committed when the call returns; after a failed write no other is tried. */
  remember(write: (cache: ContentCache) => void): void {
    if (!this.#writable) return;
    try {
      write(this.#cache);
    } catch (error) {
      this.#giveUp(error);
    } finally {
      this.#tellDamage();
    }
  }

  verdictOf(a: string, b: string): PairVerdict | undefined {
    return this.recall((cache) => cache.verdictOf(a, b));
  }

  rememberVerdicts(verdicts: readonly RememberedVerdict[]): void {
    this.remember((cache) => cache.rememberVerdicts(verdicts));
  }

  [Symbol.dispose](): void {
    this.#cache.close();
    if (this.#temporaryFolder !== undefined) rmSync(this.#temporaryFolder, { recursive: true, force: true });
  }

  #giveUp(error: unknown): void {
    if (!this.#writable) return;
    this.#writable = false;
    this.#warn(unavailable(undefined, error));
  }

  #tellDamage(): void {
    for (const detail of this.#cache.warnings.slice(this.#told)) {
      this.#warn(reportError(new SamecutError("CACHE_BEGUN_ANEW", { detail })));
    }
    this.#told = this.#cache.warnings.length;
  }
}

function unavailable(path: string | undefined, error: unknown): ReportedWarning {
  const detail = error instanceof Error ? error.message : String(error);
  return {
    ...reportError(new SamecutError("CACHE_UNAVAILABLE", { detail, cause: error })),
    ...(path === undefined ? {} : { path }),
  };
}
