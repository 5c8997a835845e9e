import type { PairVerdict, RuleFinding } from "../../verdict/verdict.js";
import { clock, factor, percent } from "../numbers.js";
import type { ReportedPair } from "../scan-report.js";
import type { Texts } from "../texts/texts.js";
import { describeRegions } from "./regions.js";
import { describeGeometry, describeTiming } from "./transform.js";

/** Brightness differences below this share of full white are not told. */
const TELLING_LIGHT = 0.02;

/** Contrast factors nearer to 1 than this are not told. */
const TELLING_CONTRAST = 0.08;

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
      return [describeSameness(finding, verdict, texts), ...describeTiming(verdict, texts)];
    case 2:
      return [
        ...(finding.detail.sameVideoPackets === true ? [texts.sameVideoStream()] : []),
        ...(finding.detail.audio !== undefined || verdict.changed.audio === true
          ? [texts.audioChanged()]
          : []),
        ...(verdict.changed.cover === true ? [texts.coverChanged()] : []),
      ];
    case 3:
      return present(describeRegions(verdict.changed.regions, texts));
    case 4:
      return [
        ...describeGeometry(verdict.transform, texts),
        ...describeTiming(verdict, texts),
        ...describeLight(finding, texts),
      ];
    case 5:
    case 6:
      return [texts.sameScene()];
    case 7:
      return present(describeDeparture(finding, verdict, texts));
    case 8:
      return [texts.sameMiddleBand()];
  }
}

function describeSameness({ detail }: RuleFinding, { grade }: PairVerdict, texts: Texts): string {
  if (detail.sameFile === true) return texts.sameFile();
  return grade === "identical" ? texts.sameVideoStream() : texts.encodedAnew();
}

/** How b's light differs from a's, in words, as rule 4 measured it; empty when it hardly does. */
export function describeLight({ detail: { brightness, contrast } }: RuleFinding, texts: Texts): string[] {
  const { transform: words } = texts;
  const phrases: string[] = [];
  if (typeof brightness === "number" && brightness >= TELLING_LIGHT)
    phrases.push(words.brighter(percent(brightness)));
  if (typeof brightness === "number" && brightness <= -TELLING_LIGHT)
    phrases.push(words.darker(percent(-brightness)));
  if (typeof contrast === "number" && Math.abs(contrast - 1) >= TELLING_CONTRAST)
    phrases.push(words.contrast(factor(contrast)));
  return phrases;
}

/** From when on b no longer shows a's footage. */
function describeDeparture(
  { detail }: RuleFinding,
  { segments }: PairVerdict,
  texts: Texts,
): string | undefined {
  const measured = detail.changedFromSeconds;
  if (typeof measured === "number") return measured > 0 ? texts.sameUntil(clock(measured)) : undefined;
  // Nothing is measured where b is a's footage to its end: it is a that goes on.
  const end = Math.max(0, ...segments.map(({ b }) => b[1]));
  return end > 0 ? texts.sameToItsEnd(clock(end)) : undefined;
}

/** Whom a side of a pair repeats, or is repeated by: the rules tell what was done to b, also beside the name of a. */
export function nameOtherSide(
  id: string,
  { a, b }: Pick<ReportedPair, "a" | "b">,
  nameOf: (id: string) => string,
  texts: Texts,
): string {
  return id === a ? texts.repeatedBy(nameOf(b)) : texts.repeatOf(nameOf(a));
}

/** What would make b count as original: the advice of each rule, the surest first, and the footage to replace. */
export function adviseOn(verdict: PairVerdict, texts: Texts): string[] {
  if (verdict.grade === "distinct") return [texts.original()];
  const advice = verdict.rules.map((finding) => texts.ruleAdvice[finding.rule]);
  const shown = verdict.segments.filter(({ b }) => b[1] > b[0]);
  const footage = shown.map(({ b: [from, to] }) => texts.replaceFootage(clock(from), clock(to)));
  return [...advice, ...footage];
}

function present(phrase: string | undefined): string[] {
  return phrase === undefined ? [] : [phrase];
}
