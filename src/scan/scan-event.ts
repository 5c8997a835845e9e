import type { Filmstrip } from "../picture/filmstrip.js";
import type {
  ReadCreative,
  ReportedCreative,
  ReportedPair,
  ReportedWarning,
  ScanReport,
} from "../report/scan-report.js";

/**
 * What a scan tells while it runs, in this order: one `found`; for every creative one of `cached`, `fingerprinted`
 * and `failed`; `comparing` and `pair`; `added` where there is a library; `picturing` where it was asked for; one `done` at the end. A `warning` may come at any time.
 */
export type ScanEvent =
  /** How many files will be looked at. */
  | { readonly type: "found"; readonly total: number }
  /** The content was known: nothing was decoded. */
  | { readonly type: "cached"; readonly creative: ReportedCreative }
  /** The file was decoded and its fingerprint is kept. */
  | { readonly type: "fingerprinted"; readonly creative: ReportedCreative }
  /** The file could not be read; the scan goes on. */
  | { readonly type: "failed"; readonly creative: ReportedCreative }
  /** How many creatives have been compared with all earlier ones: of the scan, then of the library. */
  | {
      readonly type: "comparing";
      readonly with: "scan" | "library";
      readonly done: number;
      readonly total: number;
    }
  /** Two creatives that are not distinct. */
  | { readonly type: "pair"; readonly pair: ReportedPair }
  /** The creative is in the library; it is `new` unless it was there before. */
  | {
      readonly type: "added";
      readonly creative: ReadCreative;
      readonly new: boolean;
      readonly done: number;
      readonly total: number;
    }
  /** How many creatives have been pictured; only with `ScanOptions.filmstrips`. */
  | { readonly type: "picturing"; readonly done: number; readonly total: number }
  | { readonly type: "warning"; readonly warning: ReportedWarning }
  | {
      readonly type: "done";
      readonly report: ScanReport;
      /** By id of the creative; empty without `ScanOptions.filmstrips`. */
      readonly filmstrips: ReadonlyMap<string, Filmstrip>;
    };
