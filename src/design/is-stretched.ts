import type { Grade } from "../verdict/verdict.js";

/** Horizontal over vertical scale between two creatives, as a factor, from which on the later one is noted as stretched. */
const STRETCHED_FROM = 1.2;

/**
 * True when the later creative of a pair shows the footage of the earlier one stretched, in width or in height.
 *
 * @param stretch see `Transform`
 */
export function isStretched(grade: Grade, stretch: number): boolean {
  if (grade === "distinct" || grade === "possible") return false;
  return Math.max(stretch, 1 / stretch) >= STRETCHED_FROM;
}
