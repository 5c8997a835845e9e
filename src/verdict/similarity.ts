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

/**
 * Share of the time of the side that has more of it in common, up to which what is common is an intro or a shot, however far in front, and from which the rest is only the
 * later part: 后半段 of rule 7 is the second half.
 */
const SHARED_TIME = { from: 0.3, full: 0.45 };

/** What a pair keeps of its similarity where it has no more than that in common: which is nearest still counts below the threshold. */
const SHARED_PIECE = 0.4;

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
  const later = ramp(Math.max(coverage.a.time, coverage.b.time), SHARED_TIME);
  const time = SHARED_PIECE + (1 - SHARED_PIECE) * later;
  return common * take * time * ramp(area, SHARED_AREA);
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
