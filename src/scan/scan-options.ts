import type { AccountViewOptions } from "../account/account-view.js";
import type { Sampling } from "./selection.js";

/** Settings of a scan; all of them optional. */
export interface ScanOptions {
  /** Aborting ends the scan with the signal's reason; what was finished is in the cache. */
  readonly signal?: AbortSignal;
  /** Files decoded, and pairs compared, at the same time; 1 and up, default the number of cores. The outcome is the same for all. */
  readonly jobs?: number;
  /** Pairs below this similarity are not listed: `GRADES.similar`, the default, to 1. Identical and possible pairs stay. */
  readonly threshold?: number;
  /** Folder of the cache; default the user's cache folder (see {@link cacheFolder}). */
  readonly cacheFolder?: string;
  /** Folder of a library: its creatives count as earlier ones, and what was scanned is added to it. */
  readonly library?: string;
  /**
   * File with what is known of the creatives: CSV with a head, or JSON lines, with `path` (relative to the scanned folder
   * or to this file) and optionally `id`, `account`, `customer` and `uploadedAt`.
   */
  readonly manifest?: string;
  /** Creatives known (by the manifest) to be uploaded before this moment are left out. */
  readonly since?: Date;
  /** By what the accounts of the manifest are judged; see `viewAccounts`. */
  readonly accounts?: AccountViewOptions;
  /** Only a random part of the files is looked at. */
  readonly sample?: Sampling;
  /** Pictures the creatives of the report's pairs, for `renderScanHtml`; their files are decoded once more, the first time. */
  readonly filmstrips?: boolean;
}
