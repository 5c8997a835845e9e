import type { Layout } from "./layout.js";
import { type LineProfile, lineProfile } from "./profile.js";
import type { TimeStatistics } from "./time-statistics.js";

/** Padding or a band narrower than this share of the picture is left in. */
const MIN_MARGIN = 0.03;
/** A fixed band of a three-part layout is at least this high. */
const MIN_BAND = 0.1;
/**
 * Share of a line that must step for it to be a border. Floors and horizons behind a figure come to 0.7; a frame of a tenth all round leaves 0.8
 * of each line, and textured bands step on 0.78.
 */
const BORDER_SHARE = 0.75;
/** Luma levels along a line, and over time, below which a margin is one colour. */
const UNIFORM_SPREAD = 4;
const STILL = 2.5;
/** Detail of blurred padding against the picture inside, and motion of a fixed band against the middle, at most. */
const BLURRED_DETAIL = 0.3;
const BAND_MOTION = 0.3;

type Margin = "uniform" | "blurred" | "still" | undefined;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: Exclude<Margin, undefined>;
}

/** Share of a margin's lines that must be alike; its outermost and innermost ones may be mixed with what lies beside them. */
const MOST_LINES = 0.9;

/** The deciding part takes at least this share of the lines. */
const MIN_INSIDE = 0.18;

function mean(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let line = from; line < to; line++) sum += values[line]!;
  return to > from ? sum / (to - from) : 0;
}

function most(from: number, to: number, holds: (line: number) => boolean): boolean {
  let count = 0;
  for (let line = from; line < to; line++) if (holds(line)) count++;
  return count >= MOST_LINES * (to - from);
}

/** Lines beside a border in which a moving middle shows, and how much of its mean motion they must show at least. */
const BESIDE = 0.06;
const MOTION_BESIDE = 0.35;

/** Whether motion begins at a margin's inner border: a scene that merely holds still at its top or bottom fades out instead. */
function stopsAtBorder({ motion }: LineProfile, from: number, to: number, innerMotion: number): boolean {
  const depth = Math.max(2, Math.round(BESIDE * motion.length));
  const beside = from === 0 ? mean(motion, to, to + depth) : mean(motion, from - depth, from);
  return beside >= MOTION_BESIDE * innerMotion;
}

/** What the lines [from, to) are to the lines [innerFrom, innerTo). */
function marginKind(
  profile: LineProfile,
  from: number,
  to: number,
  innerFrom: number,
  innerTo: number,
): Margin {
  const { spread, motion, detail } = profile;
  if (most(from, to, (line) => spread[line]! < UNIFORM_SPREAD && motion[line]! < STILL)) return "uniform";
  const innerDetail = mean(detail, innerFrom, innerTo);
  if (most(from, to, (line) => detail[line]! < BLURRED_DETAIL * innerDetail)) return "blurred";
  const innerMotion = mean(motion, innerFrom, innerTo);
  if (
    most(from, to, (line) => motion[line]! < Math.min(STILL, BAND_MOTION * innerMotion)) &&
    stopsAtBorder(profile, from, to, innerMotion)
  ) {
    return "still";
  }
  return undefined;
}

/** The span of lines between two margins with a straight border each; the widest margins win. */
function innerSpan(profile: LineProfile): Span | undefined {
  const lines = profile.level.length;
  const least = Math.max(2, Math.round(MIN_MARGIN * lines));
  const borders = Array.from({ length: lines }, (_, line) => line).filter(
    (line) => profile.border[line]! >= BORDER_SHARE,
  );
  const starts = borders.filter((line) => line >= least && line < lines * 0.48).reverse();
  const ends = borders.filter((line) => line <= lines - least && line > lines * 0.52);
  for (const from of starts) {
    for (const to of ends) {
      if (to - from < MIN_INSIDE * lines) continue;
      const before = marginKind(profile, 0, from, from, to);
      const after = marginKind(profile, to, lines, from, to);
      if (before === undefined || after === undefined) continue;
      const kind = before === after ? before : "still";
      if (kind === "still" && Math.min(from, lines - to) < MIN_BAND * lines) continue;
      return { from, to, kind };
    }
  }
  return undefined;
}

/** Bars, blurred padding and fixed bands of a creative, from how its lines look over time. */
export function detectLayout(statistics: TimeStatistics): Layout {
  const rows = innerSpan(lineProfile(statistics));
  const columns = innerSpan(lineProfile(statistics, true));
  const stacked = rows?.kind === "still" && statistics.height > statistics.width;
  const usedRows = rows?.kind === "still" && !stacked ? undefined : rows;
  const usedColumns = columns?.kind === "still" ? undefined : columns;
  if (usedRows === undefined && usedColumns === undefined) {
    return { kind: "plain", content: { x: 0, y: 0, width: 1, height: 1 } };
  }
  const share = (span: Span | undefined, lines: number) =>
    span === undefined
      ? { start: 0, size: 1 }
      : { start: span.from / lines, size: (span.to - span.from) / lines };
  const x = share(usedColumns, statistics.width);
  const y = share(usedRows, statistics.height);
  const content = { x: x.start, y: y.start, width: x.size, height: y.size };
  return { kind: stacked ? "three-band" : "padded", content };
}
