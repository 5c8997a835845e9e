import type { PairVerdict, RuleFinding } from "../../verdict/verdict.js";
import { explainMeasured } from "../explain/measured.js";
import { adviseOn, explainRule } from "../explain/pair.js";
import { describeRegions } from "../explain/regions.js";
import { describeGeometry, describeTiming } from "../explain/transform.js";
import { clock, percent } from "../numbers.js";
import { paintGrade } from "./names.js";
import { printable } from "./printable.js";
import { type Column, drawTable } from "./table.js";
import { type Terminal, wrapLines } from "./terminal.js";

/** One pair explained for reading on a terminal, whatever its grade: verdict, rules with their evidence, footage, advice. */
export function renderPairPage(
  names: { readonly a: string; readonly b: string },
  verdict: PairVerdict,
  terminal: Terminal,
): string {
  const { texts, colors } = terminal;
  const sections = [
    `a  ${printable(names.a)}\nb  ${printable(names.b)}\n\n${colors.bold(percent(verdict.similarity))} ${paintGrade(verdict.grade, terminal)}`,
  ];
  const section = (
    heading: string,
    columns: readonly Column[],
    rows: readonly (readonly string[])[],
  ): void => {
    if (rows.length > 0) sections.push(`${colors.bold(heading)}\n${drawTable(columns, rows, terminal)}`);
  };
  section(
    texts.headings.rules,
    [CONFIDENCE, TEXT],
    verdict.rules.map((finding) => [
      percent(finding.confidence),
      [explainRule(finding, verdict, texts), ...evidenceOf(finding, terminal)].join("\n"),
    ]),
  );
  section(
    texts.headings.footage,
    [TEXT],
    footageOf(verdict, terminal).map((line) => [line]),
  );
  const advice = verdict.grade === "distinct" ? [texts.distinctPair()] : adviseOn(verdict, texts);
  section(
    texts.headings.advice,
    [BULLET, TEXT],
    advice.map((line) => ["•", line]),
  );
  return wrapLines(`${sections.join("\n\n")}\n`, terminal);
}

const TEXT: Column = { title: "", width: { share: 1 } };
const CONFIDENCE: Column = { title: "", width: { fixed: 4 } };
const BULLET: Column = { title: "", width: { fixed: 1 } };

/** What the rule measured. */
function evidenceOf(finding: RuleFinding, { colors, texts }: Terminal): string[] {
  const measured = explainMeasured(finding, texts).map(({ name, value }) => `${name} ${value}`);
  return measured.length === 0 ? [] : [colors.dim(measured.join(texts.comma))];
}

function footageOf(verdict: PairVerdict, { texts }: Terminal): string[] {
  if (verdict.segments.length === 0) return [];
  const transform = [...describeGeometry(verdict.transform, texts), ...describeTiming(verdict, texts)];
  const regions = describeRegions(verdict.changed.regions, texts);
  return [
    texts.coverage(percent(verdict.coverage.a), percent(verdict.coverage.b)),
    ...verdict.segments
      .filter(({ b }) => b[1] > b[0])
      .map(({ a, b, similarity }) =>
        texts.segment(clock(a[0]), clock(a[1]), clock(b[0]), clock(b[1]), percent(similarity)),
      ),
    ...(transform.length > 0 ? [transform.join(texts.comma)] : []),
    ...(regions === undefined ? [] : [texts.differs(regions)]),
    ...(verdict.changed.audio === true ? [texts.audioChanged()] : []),
  ];
}
