import type { PairVerdict, RuleFinding } from "../../verdict/verdict.js";
import { clock, percent } from "../numbers.js";
import type { Texts } from "../texts/texts.js";
import { describeRegions } from "./regions.js";
import { describeTransform } from "./transform.js";

/** Brightness differences below this share are not told. */
const TELLING_BRIGHTNESS = 0.02;

/** One rule of a pair in plain words: its name, then what was seen, such as `rule 4 … : mirrored, zoomed in 1.08×`. */
export function explainRule(finding: RuleFinding, verdict: PairVerdict, texts: Texts): string {
  const name = `${texts.rule(finding.rule)} ${texts.ruleNames[finding.rule]}`;
  const reasons = reasonsFor(finding, verdict, texts);
  return reasons.length === 0 ? name : name + texts.colon + reasons.join(texts.comma);
}

/** What was seen that speaks for a rule. */
function reasonsFor(finding: RuleFinding, verdict: PairVerdict, texts: Texts): string[] {
  switch (finding.rule) {
    case 1:
      return [verdict.grade === "identical" ? texts.sameFile() : texts.encodedAnew()];
    case 2:
      return [
        ...(verdict.grade === "identical" ? [texts.sameVideoStream()] : []),
        ...(verdict.changed.audio === true ? [texts.audioChanged()] : []),
        ...(verdict.changed.cover === true ? [texts.coverChanged()] : []),
      ];
    case 3:
      return present(describeRegions(verdict.changed.regions, texts));
    case 4:
      return [...describeTransform(verdict.transform, texts), ...present(describeBrightness(finding, texts))];
    case 5:
    case 6:
      return [texts.sameScene()];
    case 7:
      return present(describeDeparture(verdict, texts));
    case 8:
      return [texts.sameMiddleBand()];
  }
}

function describeBrightness(finding: RuleFinding, texts: Texts): string | undefined {
  const { brightness } = finding.detail;
  if (typeof brightness !== "number" || Math.abs(brightness) < TELLING_BRIGHTNESS) return undefined;
  return brightness > 0
    ? texts.transform.brighter(percent(brightness))
    : texts.transform.darker(percent(-brightness));
}

/** Until when b shows a's footage. */
function describeDeparture(verdict: PairVerdict, texts: Texts): string | undefined {
  const end = verdict.segments.reduce((latest, segment) => Math.max(latest, segment.b[1]), 0);
  return end > 0 ? texts.sameUntil(clock(end)) : undefined;
}

/** What would make b count as original: the advice of each rule, the surest first, and the footage to replace. */
export function adviseOn(verdict: PairVerdict, texts: Texts): string[] {
  if (verdict.grade === "distinct") return [texts.original()];
  const advice = verdict.rules.map((finding) => texts.ruleAdvice[finding.rule]);
  const footage = verdict.segments.map(({ b: [from, to] }) => texts.replaceFootage(clock(from), clock(to)));
  return [...advice, ...footage];
}

function present(phrase: string | undefined): string[] {
  return phrase === undefined ? [] : [phrase];
}
