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

/** A report of some of a library's pairs, allowed ones included, with the groups that have both sides of one. */
export async function selectedReport(
  selected: readonly { readonly a: string; readonly b: string }[],
  visible: VisibleLibrary,
  library: Library,
): Promise<ScanReport> {
  const begun = performance.now();
  const keyOf = ({ a, b }: { readonly a: string | undefined; readonly b: string | undefined }) =>
    `${a}\n${b}`;
  // In either order: since they were selected, a corrected date may have turned the two round.
  const wanted = new Set(
    selected.flatMap(({ a, b }) => {
      const [one, other] = [visible.idOf(a), visible.idOf(b)];
      return [keyOf({ a: one, b: other }), keyOf({ a: other, b: one })];
    }),
  );
  const outlines: PairOutline[] = [...visible.pairs, ...visible.allowed].filter((pair) =>
    wanted.has(keyOf(pair)),
  );
  const stored = await library.pairsBetween(outlines);
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
