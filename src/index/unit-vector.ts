import { SamecutError } from "../errors.js";
import type { SearchOptions } from "./nearest-neighbours.js";

/** How far a vector's squared length may be from 1; float32 rounding stays four orders of magnitude below. */
const SQUARED_LENGTH_TOLERANCE = 1e-3;

/**
 * Refuses what must not reach an index: other lengths, non-finite components, and vectors that are not of unit
 * length. A single zero vector among unit vectors would ruin the graph's recall. Throws VECTOR_INVALID.
 */
export function requireUnitVector(vector: Float32Array, dimension: number): void {
  if (!(vector instanceof Float32Array)) {
    throw new SamecutError("VECTOR_INVALID", {
      detail: `expected a Float32Array but received ${typeof vector}`,
    });
  }
  if (vector.length !== dimension) {
    throw new SamecutError("VECTOR_INVALID", {
      detail: `expected ${dimension} components but received ${vector.length}`,
    });
  }
  let squaredLength = 0;
  for (const component of vector) squaredLength += component * component;
  // Also false for NaN, which any non-finite component leads to.
  if (!(Math.abs(squaredLength - 1) <= SQUARED_LENGTH_TOLERANCE)) {
    throw new SamecutError("VECTOR_INVALID", { detail: `its squared length is ${squaredLength}` });
  }
}

/** Refuses ids that do not fit the index's tables: integers from 0 to 2^32 - 2. Throws VECTOR_INVALID. */
export function requireId(id: number): void {
  if (!Number.isInteger(id) || id < 0 || id > 0xff_ff_ff_fe) {
    throw new SamecutError("VECTOR_INVALID", {
      detail: `expected an id from 0 to 4294967294 but received ${id}`,
    });
  }
}

/** Refuses options that are no numbers or out of their ranges. Throws SETTING_INVALID. */
export function requireSearchOptions({ k, radius }: SearchOptions): void {
  if (!Number.isInteger(k) || k < 1) {
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected an integer from 1 for k but received ${k}`,
    });
  }
  if (radius !== undefined && !(radius >= 0)) {
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected a squared distance for radius but received ${radius}`,
    });
  }
}
