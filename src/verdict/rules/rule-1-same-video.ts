import { ramp } from "../../align/agreement.js";
import { finding, type Rule, rounded } from "./rule.js";

/** What it costs that a good part of one side is not on the other, and where all that the one shows is on the other: then nothing was made but a cut. */
const CHANGED = 0.6;
const CUT = 0.3;

/** Share of a side's time from which all of it begins to count as shown, and does. */
const ALL_SHOWN = { from: 0.85, full: 0.97 };

/** Rule 1, 重复上传: the same video again, as the same file, rewrapped or re-encoded. Speaks for itself where nothing else changed. */
export const sameVideo: Rule = ({
  footage,
  geometryChange,
  light,
  sharpness,
  changes,
  band,
  coverage,
  time,
}) => {
  const untouched =
    (1 - geometryChange) *
    (1 - light.change) *
    (1 - sharpness.softened) *
    (band === undefined ? 1 - changes.overlay : 0);
  const isCut = ramp(Math.max(coverage.a.time, coverage.b.time), ALL_SHOWN);
  const whole = 1 - (CHANGED + (CUT - CHANGED) * isCut) * time.change;
  return finding(1, footage.sameFootage * untouched * whole, {
    agreement: rounded(footage.agreement),
    coverageA: rounded(coverage.a.time),
    coverageB: rounded(coverage.b.time),
  });
};
