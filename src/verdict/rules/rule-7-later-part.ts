import { finding, type Rule, rounded } from "./rule.js";

/** Rule 7, 仅改后半段: what plays in front is the same, a later part is not, or is missing on one side. */
export const laterPart: Rule = ({ footage, time, coverage }) => {
  const tail = Math.max(time.tailSeconds.a, time.tailSeconds.b);
  const head = Math.max(time.headSeconds.a, time.headSeconds.b);
  const confidence = footage.sameFootage * time.change * (tail >= head ? 1 : 0.5);
  return finding(7, confidence, {
    ...(time.tailStartsAt !== undefined && { changedFromSeconds: time.tailStartsAt }),
    coverageA: rounded(coverage.a.time),
    coverageB: rounded(coverage.b.time),
  });
};
