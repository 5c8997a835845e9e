import {
  GRADES,
  type Library,
  type PairOutline,
  REPORT_SCHEMA,
  type ReportedGrade,
  reportStored,
  type ScanReport,
  TOOL_VERSION,
} from "../../index.js";
import type { VisibleLibrary } from "./visible-library.js";

/** A pair by what the caller knows its sides as. */
export interface SelectedPair {
  readonly a: string;
  readonly b: string;
}

/** The selected pairs that a library has, allowed ones included, and how many it has no longer. */
export function findSelected(
  selected: readonly SelectedPair[],
  visible: VisibleLibrary,
): { readonly outlines: readonly PairOutline[]; readonly gone: number } {
  // In either order: since they were selected, a corrected date may have turned the two round.
  const keyOf = (one: string, other: string) => [one, other].sort().join("\n");
  const wanted = new Set(
    selected.flatMap(({ a, b }) => {
      const [one, other] = [visible.idOf(a), visible.idOf(b)];
      return one === undefined || other === undefined ? [] : keyOf(one, other);
    }),
  );
  const outlines = [...visible.pairs, ...visible.allowed].filter(({ a, b }) => wanted.has(keyOf(a, b)));
  return { outlines, gone: new Set(selected.map(({ a, b }) => keyOf(a, b))).size - outlines.length };
}

/** A report of some of a library's pairs, with the groups that have both sides of one. */
export async function selectedReport(
  selected: readonly SelectedPair[],
  visible: VisibleLibrary,
  library: Library,
): Promise<ScanReport> {
  const begun = performance.now();
  const stored = await library.pairsBetween(findSelected(selected, visible).outlines);
  const groups = new Set(
    stored.flatMap(({ a, b }) => {
      const group = visible.groupOf(a);
      return group !== undefined && group === visible.groupOf(b) ? [group] : [];
    }),
  );
  const named = new Set([
    ...stored.flatMap(({ a, b }) => [a, b]),
    ...[...groups].flatMap(({ members }) => members),
  ]);
  const found = await Promise.all([...named].map((id) => library.get(id)));
  const { names } = visible;
  const pairs = stored.map(({ a, b, verdict }) => ({
    a: names.of(a),
    b: names.of(b),
    ...verdict,
    grade: verdict.grade as ReportedGrade,
  }));
  const creatives = found.flatMap((creative) =>
    creative === undefined ? [] : [names.creative(reportStored(creative))],
  );
  return {
    schema: REPORT_SCHEMA,
    tool: { version: TOOL_VERSION, settings: { threshold: GRADES.similar } },
    creatives,
    pairs,
    groups: [...groups].map(({ id, first, members }) => ({
      id,
      first: names.of(first),
      members: members.map(names.of),
    })),
    warnings: [],
    summary: {
      creatives: creatives.length,
      failed: 0,
      pairs: pairs.length,
      groups: groups.size,
      allowed: 0,
      elapsedSeconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
    },
  };
}
