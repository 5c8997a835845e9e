import { STRENGTH_SERIES, strengthOf } from "../../../samples/edits/strengths.js";
import { type Share, shareOf } from "../../measuring/share.js";
import { groupBy } from "../group-by.js";
import type { JudgedPair } from "../judged-pair.js";
import { isFound, truePairs } from "../recall.js";

/** What is found of one strength of an edit. */
export interface CurvePoint {
  readonly strength: number;
  readonly recall: Share;
  /** Mean similarity of all pairs of this strength, found or not, 0 to 1. */
  readonly similarity: number;
}

/** What is found of a kind of edit, from mild to strong. */
export interface Curve {
  readonly series: string;
  readonly unit: string;
  readonly points: readonly CurvePoint[];
  /** The strongest edit up to which every pair of this and of every milder strength is found; undefined when there is none. */
  readonly holdsTo?: number;
}

/** The curves of all kinds of edit that the pairs show, in the order of the catalogue of strengths. */
export function curvesOf(pairs: readonly JudgedPair[]): Curve[] {
  const ofSeries = groupBy(truePairs(pairs), ({ truth }) => strengthOf(truth!.edit)?.series);
  return STRENGTH_SERIES.flatMap(({ name, unit, strengths }) => {
    const ofStrength = groupBy(ofSeries.get(name) ?? [], ({ truth }) => strengthOf(truth!.edit)!.strength);
    const points = strengths.flatMap((strength) => {
      const each = ofStrength.get(strength);
      return each === undefined ? [] : [pointOf(strength, each)];
    });
    if (points.length === 0) return [];
    const broken = points.findIndex(({ recall }) => recall.right < recall.asked);
    const holdsTo = points.at(broken < 0 ? -1 : broken - 1)?.strength;
    return [{ series: name, unit, points, ...(broken !== 0 && holdsTo !== undefined && { holdsTo }) }];
  });
}

function pointOf(strength: number, pairs: readonly JudgedPair[]): CurvePoint {
  const similarity = pairs.reduce((sum, { verdict }) => sum + verdict.similarity, 0) / pairs.length;
  return { strength, recall: shareOf(pairs.map(isFound)), similarity };
}
