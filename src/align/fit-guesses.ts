import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { type Affine, compose, invert } from "../picture/affine.js";
import { agreementMatrix } from "./agreement-matrix.js";
import { drawCells } from "./drawn-cells.js";
import { type Fit, fitMap, type PicturePair } from "./fit.js";
import type { Hypothesis } from "./hypotheses.js";
import { isPlausible } from "./plausible.js";
import { CELL, layStage } from "./stage.js";

/** A fitted guess and how far the moments that spoke for it agree in their fine structure, 0 to 1. */
export interface FittedGuess {
  readonly fit: Fit;
  readonly agreement: number;
  readonly pairs: readonly PicturePair[];
}

/** Guesses that are fitted finely. */
const FINELY = 2;

/** Steps of a fit at half size and at full size; most settle after four or five. */
const COARSE_STEPS = 8;
const FINE_STEPS = 5;

/** Two maps are the same when they lead the picture's corners to places this close, share of its size. */
const SAME_PLACE = 0.04;

/** A guess fitted coarsely; undefined where it cannot be right. */
export function fitCoarsely({ map, moments }: Hypothesis): FittedGuess | undefined {
  const pairs = moments.map(({ reference, query }) => ({
    reference: reference.picture,
    query: query.picture,
  }));
  return better({ map, correlation: 0 }, fitMap(pairs, map, { coarse: COARSE_STEPS, fine: 0 }), pairs);
}

/**
 * The best of some coarsely fitted guesses that lead to different places, fitted finely; best first.
 *
 * @param known what came of coarsely fitted guesses before; it is added to
 */
export function fitFinely(
  coarse: readonly (FittedGuess | undefined)[],
  reference: Fingerprint,
  known: Map<FittedGuess, FittedGuess>,
): FittedGuess[] {
  const fitted = coarse.filter((guess) => guess !== undefined).sort((p, q) => q.agreement - p.agreement);
  return distinct(fitted, reference.samples[0]!.picture)
    .slice(0, FINELY)
    .map((guess) => {
      const fine = known.get(guess) ?? finely(guess);
      known.set(guess, fine);
      return fine;
    })
    .sort((p, q) => q.agreement - p.agreement);
}

function finely(guess: FittedGuess): FittedGuess {
  const { fit, pairs } = guess;
  return better(fit, fitMap(pairs, fit.map, { coarse: 0, fine: FINE_STEPS }), pairs) ?? guess;
}

/** Where there is little to hold on to, a fit may be worse than what it started from: the better of the two, if either can be. */
function better(start: Fit, fitted: Fit | undefined, pairs: readonly PicturePair[]): FittedGuess | undefined {
  return (fitted === undefined ? [start] : [fitted, start])
    .filter(({ map }) => isPlausible(map))
    .map((fit) => ({ fit, agreement: agreementUnder(fit.map, pairs), pairs }))
    .sort((p, q) => q.agreement - p.agreement)[0];
}

/** How far the pairs agree in their fine structure under a map, discounted where only a corner is shared. */
function agreementUnder(map: Affine, pairs: readonly PicturePair[]): number {
  const stage = layStage(pairs[0]!.reference, pairs[0]!.query, map);
  if (stage === undefined) return 0;
  const cells = Array.from({ length: (stage.width * stage.height) / CELL ** 2 }, (_, cell) => cell);
  const draw = (side: "reference" | "query", toSide: Affine) =>
    drawCells(
      stage,
      pairs.map((pair) => pair[side]),
      toSide,
    );
  const agreements = agreementMatrix(
    draw("reference", stage.toReference),
    draw("query", stage.toQuery),
    cells,
    1,
  );
  // Each picture with its partner.
  const sum = pairs.reduce((all, _, place) => all + (agreements[place * (pairs.length + 1)]! || 0), 0);
  return (sum / pairs.length) * Math.min(1, Math.max(stage.referenceArea, stage.queryArea) + 0.2);
}

/** The guesses that lead elsewhere than those before them. */
function distinct(
  guesses: readonly FittedGuess[],
  size: { readonly width: number; readonly height: number },
): FittedGuess[] {
  const kept: FittedGuess[] = [];
  for (const guess of guesses) {
    if (kept.every((other) => !isSamePlace(guess.fit.map, other.fit.map, size))) kept.push(guess);
  }
  return kept;
}

function isSamePlace(
  p: Affine,
  q: Affine,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  // On the reference's own pixels, whatever the scale of the map.
  const { a, b, c, d, e, f } = compose(invert(p), q);
  const moved = Math.max(
    Math.abs(c) + (Math.abs(a - 1) * width + Math.abs(b) * height) / 2,
    Math.abs(f) + (Math.abs(d) * width + Math.abs(e - 1) * height) / 2,
  );
  return moved < SAME_PLACE * (width + height);
}
