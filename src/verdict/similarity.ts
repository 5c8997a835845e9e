import { ramp } from "../align/agreement.js";
import type { SideCoverage } from "./coverage.js";
import type { FootageMeasures } from "./footage.js";
import type { Grade } from "./verdict.js";
import { CONTAINMENT_SHARE } from "./weights.js";

/**
 * Similarity from which a pair has each grade. Chosen with `npm run bench:accuracy`: by the tail of their scores, less than one of a million pairs of different clips
 * reaches `similar`, and at most 0.2 percent of the hard negatives do. `possible` asks for half of the time in common, for another take moves otherwise.
 */
export const GRADES = { duplicate: 0.8, similar: 0.45, possible: 0.15 } as const;

/**
 * What a pair keeps of its similarity where the footage is not the same: the scene is (rules 5 and 6), the take is not. The less what moves leaves it
 * open, the less: else all look-alikes crowd just below the threshold, however far they are from it.
 */
const SCENE_SHARE = { movesOtherwise: 0.3, movesAlike: 0.42 };

/** Share of the better shown side that must be common (see `shared-area.ts`): less, and only a corner is. */
const SHARED_AREA = { from: 0.45, full: 0.8 };

/** Similarity of a pair, 0 to 1; `area` is the shared area of `shared-area.ts`, 0 to 1. */
export function similarity(
  coverage: { readonly a: SideCoverage; readonly b: SideCoverage },
  footage: FootageMeasures,
  area: number,
): number {
  const less = Math.min(coverage.a.weighted, coverage.b.weighted);
  const more = Math.max(coverage.a.weighted, coverage.b.weighted);
  const common = less + CONTAINMENT_SHARE * (more - less);
  const { movesOtherwise, movesAlike } = SCENE_SHARE;
  const open = Math.max(footage.movesAlike, footage.sameFootage);
  const scene = movesOtherwise + (movesAlike - movesOtherwise) * open;
  const take = scene + (1 - scene) * footage.sameFootage;
  return common * take * ramp(area, SHARED_AREA);
}

/** The grade of a similarity; a scene without the footage is at most `possible`. */
export function gradeOf(value: number, sameScene: boolean, thresholds: Thresholds = GRADES): Grade {
  if (value >= thresholds.duplicate) return "duplicate";
  if (value >= thresholds.similar) return "similar";
  return value >= thresholds.possible && sameScene ? "possible" : "distinct";
}

/** Similarity from which each grade is given, 0 to 1. */
export interface Thresholds {
  readonly duplicate: number;
  readonly similar: number;
  readonly possible: number;
}
