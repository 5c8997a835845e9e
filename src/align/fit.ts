import { type Affine, compose, IDENTITY, invert } from "../picture/affine.js";
import type { Picture } from "../picture/picture.js";
import type { Plane } from "../picture/warp.js";
import { type Freedom, gaussNewtonStep } from "./gauss-newton.js";
import { withoutShading } from "./shading.js";
import { drawOnStage, layStage, type Stage } from "./stage.js";
import { holdPairs, type StepPair } from "./step-pairs.js";

/** Two pictures that are thought to show the same moment. */
export interface PicturePair {
  readonly reference: Picture;
  readonly query: Picture;
}

/** A fitted map and how well it fits. */
export interface Fit {
  /** From the reference's pixels to the query's. */
  readonly map: Affine;
  /** Correlation of the pictures where they overlap, light evened out, -1 to 1. */
  readonly correlation: number;
}

/** Residual from which a pixel begins to be doubted, luma levels with light evened out: before anything is known, and at least. */
const SPREAD = { first: 40, least: 4 };

/** A step that moves no corner further than this ends the fit, stage pixels. */
const SETTLED = 0.02;

/** Whether a point of the reference, pixels from its middle, takes part in a fit. */
export type TakesPart = (x: number, y: number) => boolean;

/**
 * Fits the map that leads from the reference's pixels to the query's, over all pairs at once, from a start that is about right (some ten
 * percent in scale and place, ten degrees). Both pictures are drawn on their common ground, once coarsely and, from where that led, once finely,
 * so that bars and surroundings take no part. Undefined where the pictures lose each other.
 */
export function fitMap(
  pairs: readonly PicturePair[],
  start: Affine,
  steps: { readonly coarse: number; readonly fine: number },
  takesPart?: TakesPart,
  freedom?: Freedom,
): Fit | undefined {
  let fit: Fit = { map: start, correlation: 0 };
  for (const { scale, count } of [
    { scale: 0.5, count: steps.coarse },
    { scale: 1, count: steps.fine },
  ]) {
    if (count === 0) continue;
    const stage = layStage(pairs[0]!.reference, pairs[0]!.query, fit.map, scale);
    const next = stage === undefined ? undefined : fitOnStage(pairs, stage, count, takesPart, freedom);
    if (next === undefined) return undefined;
    fit = next;
  }
  return fit;
}

function fitOnStage(
  pairs: readonly PicturePair[],
  stage: Stage,
  count: number,
  takesPart?: TakesPart,
  freedom?: Freedom,
): Fit | undefined {
  const drawn = pairs.map((pair) => {
    const both = drawPair(stage, pair);
    return takesPart === undefined
      ? both
      : { ...both, reference: leaveOut(both.reference, stage, takesPart) };
  });
  const held = holdPairs(drawn);
  let map = IDENTITY;
  let correlation = 0;
  let spread = SPREAD.first;
  for (let step = 0; step < count; step++) {
    const outcome = gaussNewtonStep(held, map, spread, freedom);
    if (outcome === undefined) return undefined;
    map = outcome.map;
    correlation = outcome.correlation;
    spread = Math.max(SPREAD.least, 2 * outcome.residual);
    if (outcome.moved < SETTLED) break;
  }
  return {
    map: compose(compose(stage.toQuery, map), invert(stage.toReference)),
    correlation,
  };
}

function drawPair(stage: Stage, { reference, query }: PicturePair): StepPair {
  const { width, height } = stage;
  const draw = (picture: Picture, map: Affine) =>
    withoutShading({ width, height, values: drawOnStage(stage, picture, map) });
  return { reference: draw(reference, stage.toReference), query: draw(query, stage.toQuery) };
}

/** The plane without what takes no part. */
function leaveOut(plane: Plane, { toReference: map }: Stage, takesPart: TakesPart): Plane {
  const { width, height, values } = plane;
  return {
    width,
    height,
    values: Float32Array.from(values, (value, at) => {
      const x = (at % width) - (width - 1) / 2;
      const y = Math.floor(at / width) - (height - 1) / 2;
      return takesPart(map.a * x + map.b * y + map.c, map.d * x + map.e * y + map.f) ? value : Number.NaN;
    }),
  };
}
