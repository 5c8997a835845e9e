import { cellAgreement, ramp } from "../align/agreement.js";
import type { Evidence } from "../align/evidence.js";
import type { Match } from "../align/segments.js";
import { CELL } from "../align/stage.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Rows } from "./agreeing-rows.js";

/** How light and colour differ between two creatives of the same footage. */
export interface LightChange {
  /** Mean luma of b less that of a where the pictures agree, share of full scale, -1 to 1. */
  readonly brightness: number;
  /** Contrast of b over that of a where the pictures agree. */
  readonly contrast: number;
  /** Distance of the mean colours in the chroma plane, levels. */
  readonly colour: number;
  /** Whether a is in colour and b is grey, or the other way round. */
  readonly colourLost: boolean;
  /** 0 (as before) to 1 (changed beyond doubt). */
  readonly change: number;
}

/** Differences that re-encoding makes as well, and those it never makes. */
const BRIGHTNESS = { from: 0.025, full: 0.06 };
const CONTRAST = { from: 0.08, full: 0.2 };
const COLOUR = { from: 2.5, full: 6 };

/** Colour that what is not common (overlays, bands, padding) may add: levels for each share of the picture it covers, as far as pure red or blue is from grey. */
const FOREIGN_COLOUR = 110;

/** Share of the common ground that changed, from which what is left is too little to read light from: other bands, not other light. */
const UNREADABLE = { from: 0.3, full: 0.45 };

/** Mean distance from grey below which a creative has no colour, and above which it has, chroma levels. */
const GREY = { none: 0.8, some: 1.6 };

/** Variance of cell means from which a contrast can be read, luma levels squared; and what an editor makes of it at most. */
const LEAST_VARIANCE = 60;
const CONTRASTS = { least: 0.2, most: 5 };

/** Agreement from which a cell is not covered by something else. */
const CLEAR = 0.7;

/** What is not common footage. */
interface Foreign {
  /** Share of the common ground that overlays cover, 0 to 1. */
  readonly changedShare: number;
  /** The rows of the stage that are common, where what lies above and below them is not. */
  readonly band?: Rows;
}

/** Compares brightness, contrast and colour over the given moments. */
export function compareLight(
  reference: Fingerprint,
  query: Fingerprint,
  evidence: Evidence,
  matches: readonly Match[],
  { changedShare, band }: Foreign,
): LightChange {
  const { stage, referenceCells } = evidence;
  const columns = stage.width / CELL;
  const cells = evidence.cells.filter((cell) => {
    const row = Math.floor(cell / columns) * CELL;
    return band === undefined || (row + CELL > band.from && row < band.to);
  });
  const { brightness, contrast } = compareLuma(matches, evidence, cells);
  const chroma = compareChroma(reference, query, matches);
  const { colour } = chroma;
  const colourLost =
    Math.min(chroma.reference, chroma.query) < GREY.none &&
    Math.max(chroma.reference, chroma.query) > GREY.some;
  const decidingShare = cells.length / referenceCells[0]!.mean.length;
  const common = Math.min(stage.referenceArea, stage.queryArea) * decidingShare * (1 - changedShare);
  const foreign = FOREIGN_COLOUR * (1 - common);
  const seen = Math.max(
    ramp(Math.abs(brightness), BRIGHTNESS),
    ramp(Math.abs(Math.log(contrast)), CONTRAST),
    // Of pictures that are mostly bands, the mean colour says nothing about the footage.
    band === undefined ? ramp(colour, { from: COLOUR.from + foreign, full: COLOUR.full + foreign }) : 0,
    colourLost ? 1 : 0,
  );
  const change = seen * (1 - ramp(changedShare, UNREADABLE));
  return { brightness, contrast, colour, colourLost, change };
}

/** Distance of the mean colours, and distance of either side's from grey, chroma levels; over the whole pictures of the given moments. */
export function compareChroma(
  reference: Fingerprint,
  query: Fingerprint,
  matches: readonly Match[],
): { readonly colour: number; readonly reference: number; readonly query: number } {
  const chroma = { blue: 0, red: 0, reference: 0, query: 0 };
  for (const match of matches) {
    const a = reference.samples[match.reference]!;
    const b = query.samples[match.query]!;
    chroma.blue += (b.chromaBlue - a.chromaBlue) / matches.length;
    chroma.red += (b.chromaRed - a.chromaRed) / matches.length;
    chroma.reference += Math.hypot(a.chromaBlue - 128, a.chromaRed - 128) / matches.length;
    chroma.query += Math.hypot(b.chromaBlue - 128, b.chromaRed - 128) / matches.length;
  }
  return { colour: Math.hypot(chroma.blue, chroma.red), reference: chroma.reference, query: chroma.query };
}

/**
 * Brightness and contrast of the cells in which both sides show the same: the mean difference, and the slope of b's cell means over a's. Cell means, not what
 * varies within a cell: a picture that was shrunk or turned is softer, not of less contrast.
 */
function compareLuma(
  matches: readonly Match[],
  { referenceCells, queryCells, gain }: Evidence,
  cells: readonly number[],
): { brightness: number; contrast: number } {
  const sums = { count: 0, a: 0, b: 0, aa: 0, ab: 0 };
  for (const match of matches) {
    const p = referenceCells[match.reference]!;
    const q = queryCells[match.query]!;
    for (const cell of cells) {
      if (cellAgreement(p, q, cell, gain).agreement < CLEAR) continue;
      const [a, b] = [p.mean[cell]!, q.mean[cell]!];
      sums.count++;
      sums.a += a;
      sums.b += b;
      sums.aa += a * a;
      sums.ab += a * b;
    }
  }
  const { count, a, b } = sums;
  if (count === 0) return { brightness: 0, contrast: 1 };
  const variance = sums.aa / count - (a / count) ** 2;
  const covariance = sums.ab / count - (a / count) * (b / count);
  const slope = variance > LEAST_VARIANCE ? covariance / variance : 1;
  return {
    brightness: (b - a) / count / 255,
    contrast: Math.min(CONTRASTS.most, Math.max(CONTRASTS.least, slope)),
  };
}
