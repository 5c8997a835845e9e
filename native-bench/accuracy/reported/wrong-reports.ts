import type { JudgedPair } from "../judged-pair.js";
import { regionOverlap } from "./region-overlap.js";
import { isRegionRight, isTailRight, pairsWithTruth } from "./right-reports.js";
import { realTailStart, toldTailStart } from "./tail-start.js";
import { rightParts, type StatedTransform, type TransformPart } from "./transform-parts.js";

/** Something that is reported of a found pair and is not so. */
export interface WrongReport {
  readonly pair: JudgedPair;
  readonly part: TransformPart | "region" | "tail";
  /** What is so and what is reported, in a few words. */
  readonly real: string;
  readonly told: string;
}

/** Everything that is reported wrongly of the found pairs whose truth is known. */
export function wrongReports(pairs: readonly JudgedPair[]): WrongReport[] {
  return pairsWithTruth(pairs).flatMap((pair) => [
    ...wrongParts(pair),
    ...(isRegionRight(pair) === false ? [wrongRegion(pair)] : []),
    ...(isTailRight(pair) === false ? [wrongTail(pair)] : []),
  ]);
}

function wrongParts(pair: JudgedPair): WrongReport[] {
  const [real, told] = [pair.truth!.truth!, pair.verdict.transform];
  return Object.entries(rightParts(real, told))
    .filter(([, isRight]) => !isRight)
    .map(([name]) => {
      const part = name as TransformPart;
      return { pair, part, real: stated(part, real), told: stated(part, told) };
    });
}

function wrongRegion(pair: JudgedPair): WrongReport {
  const [real, told] = [pair.truth!.truth!.regions, pair.verdict.changed.regions];
  const overlap = regionOverlap(real, told).toFixed(2);
  return { pair, part: "region", real: `${real.length}`, told: `${told.length}, overlap ${overlap}` };
}

function wrongTail(pair: JudgedPair): WrongReport {
  const told = toldTailStart(pair.verdict)?.toFixed(1) ?? "nothing";
  return { pair, part: "tail", real: realTailStart(pair.truth!)!.toFixed(1), told };
}

function stated(part: TransformPart, transform: StatedTransform): string {
  if (part === "mirror") return transform.mirrored ? "mirrored" : "as it was";
  if (part === "quarter turn" || part === "angle") return transform.angleDegrees.toFixed(1);
  return (part === "offset" ? transform.offsetSeconds : transform[part]).toFixed(2);
}
