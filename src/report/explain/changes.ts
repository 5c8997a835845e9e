import type { PairVerdict } from "../../verdict/verdict.js";
import type { Texts } from "../texts/texts.js";
import { describeLight } from "./pair.js";
import { describeRegions } from "./regions.js";
import { describeGeometry, describeTiming } from "./transform.js";

/** Everything that was done to a to make b, a phrase each; empty when nothing can be seen or heard. */
export function describeChanges(verdict: PairVerdict, texts: Texts): string[] {
  const { transform, changed, rules } = verdict;
  const regions = describeRegions(changed.regions, texts);
  return [
    ...describeGeometry(transform, texts),
    ...describeTiming(verdict, texts),
    ...rules.filter(({ rule }) => rule === 4).flatMap((finding) => describeLight(finding, texts)),
    ...(regions === undefined ? [] : [texts.differs(regions)]),
    ...(changed.audio === true ? [texts.audioChanged()] : []),
    ...(changed.cover === true ? [texts.coverChanged()] : []),
  ];
}
