import { type Lines, meanOver, runsBetween, shareOfLines } from "./lines.js";
import type { LineProfile } from "./profile.js";

/** A fixed band takes at least this share of the picture. */
const LEAST_BAND = 0.1;

/**
 * Share of a line that must be an edge where a band ends; and what will do for one of the two where motion stops at both, for a band may have the colour
 * of the middle in places. What stands still in a scene has edges as well, at which no motion stops.
 */
const CLEAR_EDGE = 0.7;
const FAINT_EDGE = 0.5;

/** The share of a band's lines that move by less than so much of the middle's motion. */
interface Stillness {
  readonly lines: number;
  readonly motion: number;
}

/**
 * How bands hold still, the stricter first. They are drawn, and move only by what an encoder spills over, up to 0.1 of a middle that hardly moves; but a button
 * or an arrow may move in a band, and where an encoder has to save, all of it moves a little.
 */
const STILL: readonly Stillness[] = [
  { lines: 0.9, motion: 0.12 },
  { lines: 0.7, motion: 0.12 },
  { lines: 0.9, motion: 0.3 },
];

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

/** The lines between two bands that hold still, each with a straight edge; undefined where there are none. */
export function insideFixedBands(profile: LineProfile): Lines | undefined {
  const { edge, motion } = profile;
  const least = Math.round(LEAST_BAND * edge.length);
  const runs = runsBetween(edge.length, least, (line) => edge[line]! >= FAINT_EDGE).flatMap((inside) => {
    const clearness = clearnessOf(profile, inside);
    return clearness === undefined ? [] : [{ inside, clearness }];
  });
  for (const stillness of STILL) {
    let best: (typeof runs)[number] | undefined;
    for (const run of runs) {
      if (run.clearness > (best?.clearness ?? 0) && isBetweenStill(motion, run.inside, stillness)) best = run;
    }
    if (best !== undefined) return best.inside;
  }
  return undefined;
}

/**
 * How clear the two edges of a run are and how clearly motion stops at them; undefined where they could be those of a scene. What holds still inside a middle
 * has edges of its own, and so have bands: the clearest are those of the middle.
 */
function clearnessOf({ edge, motion }: LineProfile, { from, to }: Lines): number | undefined {
  const edges = [edge[from]!, edge[to]!] as const;
  if (Math.max(...edges) < CLEAR_EDGE) return undefined;
  const stops = [
    stopOf(motion, { from, to: from + BESIDE }, { from: from - BESIDE, to: from }),
    stopOf(motion, { from: to - BESIDE, to }, { from: to, to: to + BESIDE }),
  ] as const;
  if (Math.min(...edges) < CLEAR_EDGE && Math.min(...stops) < STOP) return undefined;
  return edges[0] + edges[1] + STOP_WEIGHT * (stops[0] + stops[1]);
}

/** Whether what lies on either side holds still against a run of lines, above all close to it: what moves before a still scene reaches over any edge. */
function isBetweenStill(motion: Float32Array, inside: Lines, { lines, motion: share }: Stillness): boolean {
  const innerMotion = meanOver(motion, inside);
  const most = share * innerMotion;
  const { from, to } = inside;
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
    beside.every((run) => meanOver(motion, run) < most) &&
    bands.every((band) => shareOfLines(band, (line) => motion[line]! < most) >= lines)
  );
}

/** How clearly motion stops between the lines inside an edge and those outside, 0 to 1. */
function stopOf(motion: Float32Array, inside: Lines, outside: Lines): number {
  const times = (meanOver(motion, inside) + ENCODER_MOTION) / (meanOver(motion, outside) + ENCODER_MOTION);
  return Math.min(1, Math.max(0, Math.log2(times) / CLEAR_STOP));
}
