import type { ReportedGroup, ReportSummary } from "../scan-report.js";
import type { PageCreative } from "./page-data.js";

/** The figures of an overview: of what a scan has looked at, or of a caller's part of a library. */
export interface OverviewFigures {
  /** Those that could not be read included. */
  readonly creatives: number;
  /** Creatives that repeat no earlier one, whether they were repeated themselves or not. */
  readonly originals: number;
  /** Originals that were repeated: the first ones of their groups. */
  readonly firstPublishes: number;
  /** Creatives that repeat the first one of their group. */
  readonly repeats: number;
  readonly groups: number;
  /** Creatives that could not be read. */
  readonly failed: number;
  /** Pairs that are marked as no match. */
  readonly allowed: number;
}

/** Counts what a scan has found. What it was compared with, creatives of a library, is in groups but not counted. */
export function scanFigures(
  { summary, groups }: { readonly summary: ReportSummary; readonly groups: readonly ReportedGroup[] },
  originOf: (id: string) => PageCreative["origin"] | undefined,
): OverviewFigures {
  const { creatives, failed, allowed } = summary;
  const isScanned = (id: string): boolean => originOf(id) !== "library";
  const firstPublishes = groups.filter(({ first }) => isScanned(first)).length;
  const grouped = groups.reduce((sum, { members }) => sum + members.filter(isScanned).length, 0);
  const repeats = grouped - firstPublishes;
  const originals = creatives - failed - repeats;
  return { creatives, originals, firstPublishes, repeats, groups: groups.length, failed, allowed };
}
