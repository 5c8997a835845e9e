import { expectations } from "./expected-between.js";
import type { TruthFile } from "./truth-file.js";

/** The part of a scan report that is judged. */
export interface JudgedReport {
  readonly creatives: readonly { readonly id: string; readonly path: string }[];
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly similarity: number;
    readonly grade: string;
    readonly rules: readonly { readonly rule: number }[];
  }[];
}

/** One disagreement between a report and the truth. */
export interface Misjudgement {
  readonly kind: "missed" | "graded too low" | "false" | "other rules";
  readonly a: string;
  readonly b: string;
  /** What was expected and what was reported, in a few words. */
  readonly detail: string;
}

/**
 * Compares a report with the truth about the scanned folder. `folder` is where that folder lies below the truth file,
 * such as `creatives/`. A pair counts as explained when one of its accepted rules is among those reported.
 */
export function judgeReport(truth: TruthFile, report: JudgedReport, folder: string): Misjudgement[] {
  const paths = new Map(report.creatives.map(({ id, path }) => [id, folder + path]));
  const key = (a: string, b: string): string => [a, b].sort().join("\n");
  const found = new Map(report.pairs.map((pair) => [key(paths.get(pair.a)!, paths.get(pair.b)!), pair]));
  const misjudged: Misjudgement[] = [];
  for (const { a, b, edit, expected, rules } of truth.pairs) {
    const pair = found.get(key(a, b));
    if (expected === "distinct") continue;
    const seen = pair?.rules.map(({ rule }) => rule) ?? [];
    const detail = `${edit}: expected ${expected} under ${rules.join(", ")}; ${pair?.grade ?? "nothing"} ${seen.join(", ")}`;
    if (pair === undefined) misjudged.push({ kind: "missed", a, b, detail });
    else if (expected === "similar" && pair.grade === "possible")
      misjudged.push({ kind: "graded too low", a, b, detail });
    else if (!rules.some((rule) => seen.includes(rule)))
      misjudged.push({ kind: "other rules", a, b, detail });
  }
  const expected = expectations(truth);
  for (const [files, pair] of found) {
    const [a, b] = files.split("\n") as [string, string];
    const detail = `${pair.grade} ${pair.similarity.toFixed(2)}`;
    if (expected(a, b) === "distinct") misjudged.push({ kind: "false", a, b, detail });
  }
  return misjudged;
}
