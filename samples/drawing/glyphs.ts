import type { Random } from "../random.js";

/**
 * Invented characters drawn as strokes. Fresh machines have no fonts, so text in samples must not depend on
 * any; what matters to a detector is that it looks like text, and these look like Chinese captions.
 */
export interface TextStyle {
  /** Height of one character, pixels. */
  readonly sizePixels: number;
  readonly fill: string;
  /** Colour of the line around each stroke, for text laid over a picture. */
  readonly outline?: string;
  /** Share of the size that a stroke is wide; 0.08 is regular, 0.13 bold. */
  readonly weight?: number;
}

/** One line of `count` invented characters with its top left corner at (x, y). */
export function textLine(random: Random, count: number, x: number, y: number, style: TextStyle): string {
  const strokes = Array.from({ length: count }, (_, index) => {
    const left = x + index * style.sizePixels * ADVANCE;
    return `<g transform="translate(${left.toFixed(2)} ${y.toFixed(2)}) scale(${(style.sizePixels / BOX).toFixed(4)})"><path d="${glyph(random)}"/></g>`;
  }).join("");
  const weight = (style.weight ?? 0.09) * BOX;
  const line = (colour: string, width: number): string =>
    `<g fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${strokes}</g>`;
  return (style.outline === undefined ? "" : line(style.outline, weight * 2.2)) + line(style.fill, weight);
}

/** Width in pixels that {@link textLine} takes. */
export function textWidth(count: number, sizePixels: number): number {
  return count * sizePixels * ADVANCE;
}

/** Side of the square a glyph is drawn in, in its own units. */
const BOX = 100;
/** Distance from one character to the next, as a share of its size. */
const ADVANCE = 1.08;

function glyph(random: Random): string {
  const split = random.integer(0, 2);
  if (split === 0) return body(random, 10, 8, 90, 92);
  if (split === 1) return radical(random, 8, 10, 34, 92) + body(random, 44, 8, 92, 92);
  return body(random, 12, 8, 88, 40) + body(random, 10, 50, 90, 92);
}

function body(random: Random, left: number, top: number, right: number, bottom: number): string {
  const middle = (left + right) / 2;
  const parts: string[] = [];
  const bars = random.integer(1, 3);
  for (let bar = 0; bar < bars; bar++) {
    const y = top + ((bottom - top) * (bar + random.number(0.2, 0.8))) / bars;
    parts.push(`M${left} ${y.toFixed(1)}H${right}`);
  }
  switch (random.integer(0, 3)) {
    case 0:
      parts.push(`M${left + 6} ${top}H${right - 6}V${bottom}H${left + 6}Z`);
      break;
    case 1:
      parts.push(`M${middle} ${top}V${bottom}`);
      break;
    case 2:
      parts.push(`M${middle} ${top}Q${middle - 4} ${bottom - 12} ${left} ${bottom}`);
      parts.push(`M${middle} ${(top + bottom) / 2}L${right} ${bottom}`);
      break;
    default:
      parts.push(`M${left + 10} ${top}V${bottom}M${right - 10} ${top}V${bottom}`);
  }
  return parts.join("");
}

function radical(random: Random, left: number, top: number, right: number, bottom: number): string {
  const middle = (left + right) / 2;
  if (random.integer(0, 1) === 0)
    return `M${left} 34H${right}M${middle} ${top}V${bottom}L${left} ${bottom - 10}`;
  return `M${left + 6} ${top + 6}L${right} ${top + 20}M${left} 42L${right - 4} 56M${left} ${bottom}L${right} 66`;
}
