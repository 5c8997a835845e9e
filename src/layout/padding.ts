import { type Lines, meanOver, runsBetween, shareOfLines } from "./lines.js";
import type { LineProfile } from "./profile.js";

/** Padding narrower than this share of the picture is left in. */
const LEAST_PADDING = 0.03;

/**
 * Share of a line that must step for it to be a border. Floors and horizons behind a figure come to 0.7; a frame of a tenth all round leaves 0.8
 * of each line, and textured bands step on 0.78.
 */
const BORDER_SHARE = 0.75;

/** Share of a margin's lines that must be alike; its outermost and innermost ones may be mixed with what lies beside them. */
const MOST_LINES = 0.9;

/** Luma levels along a line, and over time, below which a margin is one colour. */
const UNIFORM_SPREAD = 4;
const STILL = 2.5;

/** Detail of blurred padding against the picture inside, at most. */
const BLURRED_DETAIL = 0.3;

/** The lines between bars of one colour, or between blurred padding; undefined where there is neither. The widest padding wins. */
export function insidePadding(profile: LineProfile): Lines | undefined {
  const lines = profile.border.length;
  const least = Math.max(2, Math.round(LEAST_PADDING * lines));
  return runsBetween(lines, least, (line) => profile.border[line]! >= BORDER_SHARE).find((inside) => {
    const margins = [
      { from: 0, to: inside.from },
      { from: inside.to, to: lines },
    ];
    return (
      margins.every((margin) => isUniform(profile, margin)) ||
      margins.every((margin) => isBlurred(profile, margin, inside))
    );
  });
}

function isUniform({ spread, motion }: LineProfile, margin: Lines): boolean {
  const isOneColour = (line: number) => spread[line]! < UNIFORM_SPREAD && motion[line]! < STILL;
  return shareOfLines(margin, isOneColour) >= MOST_LINES;
}

function isBlurred({ detail }: LineProfile, margin: Lines, inside: Lines): boolean {
  const most = BLURRED_DETAIL * meanOver(detail, inside);
  return shareOfLines(margin, (line) => detail[line]! < most) >= MOST_LINES;
}
