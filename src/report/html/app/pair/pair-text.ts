import { describeChanges } from "../../../explain/changes.js";
import { adviseOn, explainRule } from "../../../explain/pair.js";
import { clock, percent } from "../../../numbers.js";
import type { PagePair } from "../../page-data.js";
import type { Speech } from "../speech.js";

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
    `${labels.sides.b}${texts.colon}${names.b}`,
    `${percent(pair.similarity)} ${texts.gradeNames[pair.grade]}`,
    ...section(
      texts.headings.rules,
      pair.rules.map(
        (finding) =>
          `${explainRule(finding, pair, texts)} (${labels.confidence(percent(finding.confidence))})`,
      ),
    ),
    ...section(texts.headings.footage, [
      texts.coverage(percent(pair.coverage.a), percent(pair.coverage.b)),
      ...pair.segments.map(({ a, b, similarity }) =>
        texts.segment(clock(a[0]), clock(a[1]), clock(b[0]), clock(b[1]), percent(similarity)),
      ),
    ]),
    ...section(labels.changes, describeChanges(pair, texts)),
    ...section(labels.advice, adviseOn(pair, texts)),
    "",
  ].join("\n");
}
