import { holdsForMost, type Lines, meanOver, runsBetween } from "./lines.js";
import type { LineProfile } from "./profile.js";

/** A fixed band takes at least this share of the picture. */
const LEAST_BAND = 0.1;

/**
 * Share of a line that must be an edge where a band ends; and what will do for one of the two where motion stops at both, for a band may have the colour
 * of the middle in places. What stands still in a scene has edges as well, at which no motion stops.
 */
const CLEAR_EDGE = 0.7;
const FAINT_EDGE = 0.5;

/** Motion of a band against that of the middle, at most. Bands are drawn, and move only by what an encoder spills over: up to 0.1 of a middle that hardly moves. */
const BAND_MOTION = 0.12;

/** Luma levels by which a middle moves at least; below, nothing tells it from a band. */
const LEAST_MOTION = 0.2;

/** Lines on either side of an edge by which is seen whether motion stops there; in a band, behind the one that is mixed with the middle. */
const BESIDE = 3;
const MIXED = 1;

/** Luma levels of motion that an encoder may add anywhere. */
const ENCODER_MOTION = 0.1;

/** How many times the motion inside is that outside where it stops as clearly as can be, as a power of two; what share of that is a stop; and its weight beside an edge. */
const CLEAR_STOP = 3;
const STOP = 0.5;
const STOP_WEIGHT = 0.5;

/**
 * The lines between two bands that hold still, each with a straight edge; undefined where there are none. What holds still inside the middle has edges
 * of its own, and so have bands: the run wins whose edges are clearest and at which motion stops.
 */
export function insideFixedBands(profile: LineProfile): Lines | undefined {
  const { edge, motion } = profile;
  const least = Math.round(LEAST_BAND * edge.length);
  let best: { readonly inside: Lines; readonly clearness: number } | undefined;
  for (const inside of runsBetween(edge.length, least, (line) => edge[line]! >= FAINT_EDGE)) {
    const { from, to } = inside;
    if (Math.max(edge[from]!, edge[to]!) < CLEAR_EDGE || !isBetweenStill(motion, inside)) continue;
    const stops = [
      stopOf(motion, { from, to: from + BESIDE }, { from: from - BESIDE, to: from }),
      stopOf(motion, { from: to - BESIDE, to }, { from: to, to: to + BESIDE }),
    ] as const;
    if (Math.min(edge[from]!, edge[to]!) < CLEAR_EDGE && Math.min(...stops) < STOP) continue;
    const clearness = edge[from]! + edge[to]! + STOP_WEIGHT * (stops[0] + stops[1]);
    if (clearness > (best?.clearness ?? 0)) best = { inside, clearness };
  }
  return best?.inside;
}

/** Whether what lies on either side holds still against a run of lines, above all close to it: what moves before a still scene reaches over any edge. */
function isBetweenStill(motion: Float32Array, inside: Lines): boolean {
  const innerMotion = meanOver(motion, inside);
  const { from, to } = inside;
  const most = BAND_MOTION * innerMotion;
  const beside = [
    { from: from - MIXED - BESIDE, to: from - MIXED },
    { from: to + MIXED, to: to + MIXED + BESIDE },
  ];
  const bands = [
    { from: 0, to: from },
    { from: to, to: motion.length },
  ];
  return (
    innerMotion >= LEAST_MOTION &&
    beside.every((lines) => meanOver(motion, lines) < most) &&
    bands.every((band) => holdsForMost(band, (line) => motion[line]! < most))
  );
}

/** How clearly motion stops between the lines inside an edge and those outside, 0 to 1. */
function stopOf(motion: Float32Array, inside: Lines, outside: Lines): number {
  const times = (meanOver(motion, inside) + ENCODER_MOTION) / (meanOver(motion, outside) + ENCODER_MOTION);
  return Math.min(1, Math.max(0, Math.log2(times) / CLEAR_STOP));
}
