import { ramp } from "../../align/agreement.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Confidence where the common footage lies between bands that hold still, and where these are of one colour: bars (rule 4) rather. */
const BANDS = 0.95;
const BARS = 0.3;

/** Rule 8, 三段式仅改上下: the middle band carries the same footage, other things stand above and below it. */
export const threeBand: Rule = ({ footage, band }) => {
  if (band === undefined) return undefined;
  const confidence = (band.bars ? BARS : BANDS) * ramp(footage.sameFootage, { from: 0, full: 0.7 });
  return finding(8, confidence, {
    ...(band.heights.reference !== undefined && { bandHeightA: rounded(band.heights.reference) }),
    ...(band.heights.query !== undefined && { bandHeightB: rounded(band.heights.query) }),
  });
};
