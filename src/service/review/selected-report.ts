import type { LibraryReport, ReportedPair, ScanReport } from "../../index.js";

/** A report of some of a library's pairs, allowed ones included, with the groups that have both sides of one. */
export function selectedReport(
  { report, allowed }: LibraryReport,
  selected: readonly Pick<ReportedPair, "a" | "b">[],
): ScanReport {
  const wanted = new Set(selected.map(({ a, b }) => `${a}\n${b}`));
  const pairs = [...report.pairs, ...allowed].filter(({ a, b }) => wanted.has(`${a}\n${b}`));
  const groups = report.groups.filter(({ members }) =>
    pairs.some(({ a, b }) => members.includes(a) && members.includes(b)),
  );
  const named = new Set([
    ...pairs.flatMap(({ a, b }) => [a, b]),
    ...groups.flatMap(({ members }) => members),
  ]);
  const creatives = report.creatives.filter(({ id }) => named.has(id));
  // Accounts are figures of all they have delivered: beside a few pairs they would mislead.
  const { accounts: _accounts, ...rest } = report;
  return {
    ...rest,
    creatives,
    pairs,
    groups,
    summary: {
      ...report.summary,
      creatives: creatives.length,
      pairs: pairs.length,
      groups: groups.length,
    },
  };
}
