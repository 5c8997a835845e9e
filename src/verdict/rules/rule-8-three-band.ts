import { ramp } from "../../align/agreement.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Confidence where the common footage lies between bands that hold still, and where those of both sides are of one colour, hence hardly bands. */
const BANDS = 0.95;
const BARS = 0.3;

/** Rule 8, 三段式仅改上下: the middle band carries the same footage, other things stand above and below it. */
export const threeBand: Rule = ({ footage, band }) => {
  if (band === undefined) return undefined;
  const { reference, query } = band.heights;
  // Bars around a plain picture make no third band: it was scaled (rule 4).
  if (band.bars && (reference === undefined || query === undefined)) return undefined;
  const confidence = (band.bars ? BARS : BANDS) * ramp(footage.sameFootage, { from: 0, full: 0.7 });
  return finding(8, confidence, {
    ...(reference !== undefined && { bandHeightA: rounded(reference) }),
    ...(query !== undefined && { bandHeightB: rounded(query) }),
  });
};
