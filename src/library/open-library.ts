import { SamecutError } from "../errors.js";
import { type HnswSettings, hnswSettings } from "../index/hnsw/hnsw-settings.js";
import { requireObject } from "../intake/required-object.js";
import { Comparisons, type VerdictMemory } from "../matching/comparisons.js";
import { EmbeddedStore } from "./embedded/embedded-store.js";
import { Library } from "./library.js";

/** Settings of a library. */
export interface LibrarySettings {
  /** Threads that compare, at least 1; default: the number of cores. The results do not depend on it. */
  readonly jobs?: number;
  /**
   * Most calls that compare (check, add, checkAndAdd, nearest, nearestOf, compare) that may run or wait at a time; one more
   * rejects at once with LIBRARY_BUSY. At least 1; default: no limit.
   */
  readonly pendingLimit?: number;
  /** How the search index is built and asked; one that was saved with other settings of its graph is built anew. */
  readonly index?: Partial<HnswSettings>;
}

/** Options of {@link openLibrary}. */
export interface OpenLibraryOptions {
  /** Opens an existing library beside the one process that may write to it; default false. */
  readonly readOnly?: boolean;
  readonly settings?: LibrarySettings;
  /** Where verdicts on contents are kept from call to call; without it every pair is compared when it is asked for. */
  readonly verdicts?: VerdictMemory;
  /** Told of every warning as it comes; see `Library.warnings`. */
  readonly onWarning?: (warning: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Opens the library kept in a folder; for writing, it is created when missing. One process at a time may write, any
 * number may read. Throws LIBRARY_LOCKED, LIBRARY_NOT_FOUND, SETTING_INVALID, STORE_DAMAGED, STORE_VERSION,
 * STORE_NOT_ACCESSIBLE, STORE_UNAVAILABLE, DISK_FULL, or the signal's reason.
 */
export async function openLibrary(folder: string, options: OpenLibraryOptions = {}): Promise<Library> {
  requireObject(options);
  if (options.settings !== undefined) requireObject(options.settings);
  const { readOnly = false, settings = {}, verdicts, onWarning, signal } = options;
  signal?.throwIfAborted();
  if (typeof folder !== "string" || folder === "") {
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected a path for the library's folder but received ${folder === "" ? "an empty one" : String(folder)}`,
    });
  }
  hnswSettings(settings.index);
  const comparisons = new Comparisons(settings.jobs, verdicts);
  const store = await EmbeddedStore.open(folder, {
    readOnly,
    ...(settings.index === undefined ? {} : { index: settings.index }),
    ...(onWarning === undefined ? {} : { onWarning }),
  });
  try {
    if (!readOnly) await store.renewStaleEvidence(signal);
    return new Library(store, comparisons, settings.pendingLimit);
  } catch (error) {
    await store.close();
    throw error;
  }
}
