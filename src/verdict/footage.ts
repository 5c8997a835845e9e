import { ramp } from "../align/agreement.js";
import type { Evidence } from "../align/evidence.js";
import { MOVING } from "../align/time-line.js";

/** Whether two creatives that look alike show the same footage or only the same scene. */
export interface FootageMeasures {
  /** Mean fine agreement over the matched moments, 0 to 1. */
  readonly agreement: number;
  /** Correlation of what moves, over the matched moments, -1 to 1. */
  readonly motionCorrelation: number;
  /** Strength of motion of the stiller side, luma levels. */
  readonly motionStrength: number;
  /** How far common motion alone proves the footage, 0 to 1; 0 where nothing moves. */
  readonly provedByMotion: number;
  /** 0 (another take or another person) to 1 (the same footage). */
  readonly sameFootage: number;
}

/** Correlation of motion from which footage begins to count as the same, and counts in full. */
const SAME_MOTION = { from: 0.4, full: 0.7 };

/** Agreement of pictures from which footage in which nothing moves begins to count as the same, and counts in full. */
const SAME_STILL = { from: 0.6, full: 0.85 };

/**
 * Fine structure tells the scene, motion tells the take: in an edit what moves on one side moves on the other; another person, or the same person
 * again, moves otherwise. Where hardly anything moves the structure has to decide, with a higher bar.
 */
export function measureFootage({ lines, commonMotion }: Evidence): FootageMeasures {
  const matches = lines.flatMap((line) => line.matches);
  const agreement = matches.reduce((sum, match) => sum + match.agreement, 0) / Math.max(1, matches.length);
  const { correlation, strength } = commonMotion;
  const moving = ramp(strength, MOVING);
  const provedByMotion = moving * ramp(correlation, SAME_MOTION);
  const sameFootage = provedByMotion + (1 - moving) * ramp(agreement, SAME_STILL);
  return { agreement, motionCorrelation: correlation, motionStrength: strength, provedByMotion, sameFootage };
}
