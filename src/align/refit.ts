import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { invert } from "../picture/affine.js";
import { cellOver } from "./cell-over.js";
import { type Evidence, gatherEvidence } from "./evidence.js";
import { fitMap, type TakesPart } from "./fit.js";
import type { Freedom } from "./gauss-newton.js";
import { isPlausible } from "./plausible.js";
import type { Match } from "./segments.js";
import { squared } from "./squareness.js";
import { CELL } from "./stage.js";

/** Matched moments that the fit is made again from, and the steps it takes. */
const MOMENTS = 5;
const STEPS = { coarse: 4, fine: 5 };

/** Mean agreement below which a cell shows something else, and the share of cells that must be left. */
const FOREIGN = 0.2;
const LEAST_LEFT = 0.25;

/**
 * Fits again from moments that play at the same time, spread over all that is matched, and from what agrees in them. A guess's own moments were found by
 * their looks: in a moving shot they are up to half a second apart; and bands or a background around the common picture pulled at its fit. With the freedom
 * `similar` it is fitted without stretch and shear. Undefined where there is nothing to fit or the fit wanders off.
 */
export function refit(
  reference: Fingerprint,
  query: Fingerprint,
  evidence: Evidence,
  freedom: Freedom = "affine",
): Evidence | undefined {
  const matches = spread(evidence.lines[0]?.matches ?? []);
  if (matches.length === 0) return undefined;
  const pairs = matches.map((match) => ({
    reference: reference.samples[match.reference]!.picture,
    query: query.samples[match.query]!.picture,
  }));
  const start = freedom === "affine" ? evidence.fit.map : squared(evidence.fit.map);
  const again = fitMap(pairs, start, STEPS, whatAgrees(evidence, matches), freedom);
  return again !== undefined && isPlausible(again.map) ? gatherEvidence(reference, query, again) : undefined;
}

function spread(matches: readonly Match[]): readonly Match[] {
  const count = Math.min(MOMENTS, matches.length);
  return Array.from({ length: count }, (_, k) => matches[Math.floor(((k + 0.5) * matches.length) / count)]!);
}

/** The cells that decide and do not show something else; undefined where hardly any would be left. */
function whatAgrees(evidence: Evidence, matches: readonly Match[]): TakesPart | undefined {
  const { stage, cells } = evidence;
  const common = new Set(
    cells.filter((cell) => {
      const { agreements, weights } = cellOver(evidence, matches, cell);
      return weights === 0 || agreements >= FOREIGN * weights;
    }),
  );
  const columns = stage.width / CELL;
  if (common.size < LEAST_LEFT * columns * (stage.height / CELL)) return undefined;
  const { a, b, c, d, e, f } = invert(stage.toReference);
  return (x, y) => {
    const column = Math.floor((a * x + b * y + c + stage.width / 2) / CELL);
    const row = Math.floor((d * x + e * y + f + stage.height / 2) / CELL);
    return column >= 0 && column < columns && common.has(row * columns + column);
  };
}
