import { describeChanges } from "../../../explain/changes.js";
import { adviseOn, explainRule } from "../../../explain/pair.js";
import { clock, percent } from "../../../numbers.js";
import type { PagePair } from "../../page-data.js";
import type { Speech } from "../speech.js";
import { sideName } from "./side-name.js";

/** A pair in plain words, for a mail or a ticket. */
export function pairAsText(
  pair: PagePair,
  names: { readonly a: string; readonly b: string },
  { texts, labels }: Speech,
): string {
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `- ${line}`)];
  return [
    `${labels.sides.a}${texts.colon}${names.a}`,
    `${sideName(pair, "b", labels)}${texts.colon}${names.b}`,
    `${percent(pair.similarity)} ${texts.gradeNames[pair.grade]}`,
    ...section(
      texts.headings.rules,
      pair.rules.map(
        (finding) =>
          `${explainRule(finding, pair, texts)} (${labels.confidence(percent(finding.confidence))})`,
      ),
    ),
    ...section(
      texts.headings.footage,
      pair.segments.map(({ a, b, similarity }) =>
        texts.segment(clock(a[0]), clock(a[1]), clock(b[0]), clock(b[1]), percent(similarity)),
      ),
    ),
    ...(pair.grade === "distinct"
      ? ["", texts.distinctPair()]
      : [
          ...section(labels.changes, describeChanges(pair, texts)),
          ...section(labels.advice, adviseOn(pair, texts)),
        ]),
    "",
  ].join("\n");
}
