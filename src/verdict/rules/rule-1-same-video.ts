import { finding, type Rule, rounded } from "./rule.js";

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
  const whole = 1 - 0.6 * time.change;
  return finding(1, footage.sameFootage * untouched * whole, {
    agreement: rounded(footage.agreement),
    coverageA: rounded(coverage.a.time),
    coverageB: rounded(coverage.b.time),
  });
};
