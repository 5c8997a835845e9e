import type { AccountView } from "../account/account-view.js";
import type { DesignNote } from "../design/design-note.js";
import type { ErrorCode } from "../errors.js";
import type { LayoutKind } from "../layout/layout.js";
import type { Grade, PairVerdict } from "../verdict/verdict.js";

/** The name of the report's format; a change of meaning needs a new one, new fields do not. */
export const REPORT_SCHEMA = "samecut.report/1";

/** The grades a report lists: everything but `distinct`. */
export type ReportedGrade = Exclude<Grade, "distinct">;

/** What went wrong with one file or folder, as it stands in a report. */
export interface ReportedError {
  /** Stable; a code of `ERROR_TABLE`. */
  readonly code: ErrorCode;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** What is known of a creative before it is opened. */
export interface CreativeIdentity {
  /** Unique in the report: the manifest's id, else the path (before it the folder's name, or more of its path, when several are scanned). */
  readonly id: string;
  /** Relative to the scanned folder, with `/`; of a library's creative, the path it was added under. */
  readonly path: string;
  /**
   * Where several folders were scanned, the one that `path` is relative to, by its place below the folder that holds them all, with `/`;
   * absent for that folder itself.
   */
  readonly folder?: string;
  /** Where the creative comes from: the scanned folders, or the library they were compared with. */
  readonly origin: "scan" | "library";
  readonly account?: string;
  readonly customer?: string;
  /** ISO 8601, UTC. */
  readonly uploadedAt?: string;
}

/** A creative that was read. */
export interface ReadCreative extends CreativeIdentity {
  readonly status: "ok";
  readonly kind: "video" | "image";
  /** 0 for an image. */
  readonly durationSeconds: number;
  /** Displayed size, pixels. */
  readonly width: number;
  readonly height: number;
  readonly layout: LayoutKind;
  /** `sha256:<hex>` of the file. */
  readonly fileDigest: string;
  /** `sha256:<hex>` of the compressed video packets. */
  readonly videoDigest?: string;
  /** `sha256:<hex>` of the compressed audio packets. */
  readonly audioDigest?: string;
  /** What of its design the platform may mark as low quality; absent where nothing is. `stretched` follows from a pair. */
  readonly designNotes?: readonly DesignNote[];
}

/** A creative that could not be read. */
export interface FailedCreative extends CreativeIdentity {
  readonly status: "failed";
  readonly error: ReportedError;
}

/** One creative of a report. */
export type ReportedCreative = ReadCreative | FailedCreative;

/** Two creatives that are not distinct; `a` is the earlier one, `b` the one that repeats it. */
export interface ReportedPair extends PairVerdict {
  /** Ids of creatives. */
  readonly a: string;
  readonly b: string;
  readonly grade: ReportedGrade;
}

/** Creatives that are connected by pairs of grade `identical`, `duplicate` or `similar`. */
export interface ReportedGroup {
  /** `group-1`, `group-2`, … in the order of their first creatives. */
  readonly id: string;
  /** The creative that counts as the original: the earliest member. */
  readonly first: string;
  /** Ids, earliest first; at least two. */
  readonly members: readonly string[];
}

/** Something that did not stop the run but that the user should know. */
export interface ReportedWarning extends ReportedError {
  /** The file or folder it is about, where there is one. */
  readonly path?: string;
}

/** Which of the files that were found an audit looked at. */
export interface ReportedSelection {
  readonly found: number;
  /** Files known to be uploaded before `since`; 0 without it. */
  readonly olderLeftOut: number;
  readonly lookedAt: number;
  /** ISO 8601, UTC. */
  readonly since?: string;
  /** Among those looked at, files of which no upload time is known; told with `since`. */
  readonly undated?: number;
  /** Share of the files that was drawn by lot, above 0 to 1, and the lot's seed: the same files for the same seed. */
  readonly sampleShare?: number;
  readonly sampleSeed?: number;
}

/** The counts of a report. */
export interface ReportSummary {
  /** Creatives looked at, failed ones included, the library's not. */
  readonly creatives: number;
  readonly failed: number;
  readonly pairs: number;
  readonly groups: number;
  /** Pairs left out because the user allowed them. */
  readonly allowed: number;
  /** Wall clock; the only value that two runs over the same files need not share. */
  readonly elapsedSeconds: number;
}

/** The outcome of a scan or a check: the one value that all renderers take (`samecut.report/1`). */
export interface ScanReport {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: {
    readonly version: string;
    /** Version of the ffmpeg that decodes; undefined when none was found. */
    readonly ffmpeg?: string;
    /** What the outcome depends on besides the files. */
    readonly settings: Readonly<Record<string, number | string | boolean>>;
  };
  /** Earliest first. */
  readonly creatives: readonly ReportedCreative[];
  /** Most similar first, then in the order of `a` and `b`. */
  readonly pairs: readonly ReportedPair[];
  readonly groups: readonly ReportedGroup[];
  readonly warnings: readonly ReportedWarning[];
  /** Where only some of the files were looked at. */
  readonly selection?: ReportedSelection;
  /** The accounts of the scanned creatives, where any is known: figures of what was looked at, not of all an account has delivered. */
  readonly accounts?: AccountView;
  readonly summary: ReportSummary;
}
