import { ramp, texturedCells } from "../align/agreement.js";
import type { Evidence } from "../align/evidence.js";
import { detailAgreement } from "./detail-agreement.js";
import { motionBar } from "./motion-bar.js";
import { measureMovingStructure } from "./moving-structure.js";
import type { Transform } from "./verdict.js";

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
  /** How far what moves leaves it open that the footage is the same, 0 (it moves otherwise) to 1 (nothing moves, or as it would in an edit). */
  readonly movesAlike: number;
  /** 0 (another take or another person) to 1 (the same footage). */
  readonly sameFootage: number;
}

/** Motion, luma levels, at which it begins to tell takes apart, and from which it decides. */
const MOVING = { from: 0.3, full: 1 };

/** Correlation of motion up to which footage merely moves as well; from the bar on it may be the same. */
const OTHER_MOTION = 0.3;

/**
 * What each freedom an alignment took adds to that bar: of the many ways to lay one talker on another, mirrored, stretched and played at
 * another speed, some show common motion by chance. Edits that take them reach 0.8 and more.
 */
const FREEDOM = 0.05;

/** Agreement of pictures from which footage in which nothing moves begins to count as the same, and counts in full. */
const SAME_STILL = { from: 0.7, full: 0.9 };

/** Textured cells from which agreement in structure begins to prove anything, and proves in full. */
const STRUCTURED = { from: 4, full: 16 };

/** Median agreement that other persons never reach, and other takes of one person hardly: it stands for itself whatever moves. */
const UNMISTAKABLE = { from: 0.95, full: 0.99 };

/**
 * Strength of motion, luma levels, from which it is no grain, and correlation up to which it is another motion: then a scene that holds still says little of the take, and
 * asks for so many more textured cells.
 */
const UNRELATED = {
  strength: { from: 0.08, full: 0.15 },
  correlation: { from: 0.05, full: 0.25 },
  cells: 4,
};

/** Moments that are heard up to which their motion proves nothing that cannot be seen in detail as well, and from which it speaks for itself. */
const FEW_MOMENTS = { from: 8, full: 24 };

/** Agreement in detail that chance reaches where few moments agree, and which edits have. */
const DETAILED = { from: 0.3, full: 0.6 };

/**
 * Fine structure tells the scene, motion tells the take: in an edit what moves on one side moves on the other; another person, or the same person
 * again, moves otherwise. Where hardly anything moves the structure has to decide, with a higher bar.
 */
export function measureFootage(evidence: Evidence, transform: Transform): FootageMeasures {
  const { lines, commonMotion } = evidence;
  const agreements = lines
    .flatMap(({ matches }) => matches.map((match) => match.agreement))
    .sort((p, q) => p - q);
  const agreement = agreements.reduce((sum, value) => sum + value, 0) / Math.max(1, agreements.length);
  const median = agreements[agreements.length >> 1] ?? 0;
  const { correlation, strength } = commonMotion;
  const moving = ramp(strength, MOVING);
  const bar = motionBar(measureMovingStructure(evidence), transform);
  const common = correlation - FREEDOM * freedomsOf(transform);
  const provedByMotion = proofOf(evidence) * moving * ramp(common, bar);
  const unrelated = ramp(strength, UNRELATED.strength) * (1 - ramp(correlation, UNRELATED.correlation));
  const structured = ramp(meanTexturedCells(evidence), {
    ...STRUCTURED,
    from: STRUCTURED.from + unrelated * UNRELATED.cells,
  });
  const sameFootage = Math.max(
    provedByMotion + (1 - moving) * (1 - unrelated) * structured * ramp(agreement, SAME_STILL),
    structured * ramp(median, UNMISTAKABLE),
  );
  const movesAlike = 1 - moving * (1 - ramp(common, { from: OTHER_MOTION, full: bar.from }));
  return {
    agreement,
    motionCorrelation: correlation,
    motionStrength: strength,
    provedByMotion,
    movesAlike,
    sameFootage,
  };
}

/** How much common motion proves, 0 to 1: of the ways to lay two creatives on each other some make a handful of moments move alike by chance. */
function proofOf(evidence: Evidence): number {
  const enough = ramp(evidence.commonMotion.heard.length, FEW_MOMENTS);
  return enough === 1 ? 1 : enough + (1 - enough) * ramp(detailAgreement(evidence), DETAILED);
}

function meanTexturedCells({ lines, referenceCells, queryCells, cells, gain }: Evidence): number {
  const matches = lines.flatMap((line) => line.matches);
  const counts = matches.map(({ reference, query }) =>
    texturedCells(referenceCells[reference]!, queryCells[query]!, cells, gain),
  );
  return counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
}

/** Departures from a plain copy: speed, mirror, stretch; small ones are the fit's own play. */
function freedomsOf({ speed, mirrored, stretch }: Transform): number {
  const isPlay = (ratio: number) => Math.abs(Math.log(ratio)) < 0.04;
  return (isPlay(speed) ? 0 : 1) + (mirrored ? 1 : 0) + (isPlay(stretch) ? 0 : 1);
}
