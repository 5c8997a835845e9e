import { ramp } from "../../align/agreement.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Seconds in front up to which they may be unmatched by chance of the grid, and from which something else is there. */
const OTHER_START = { from: 0.25, full: 0.5 };

/** What is left where more of what differs lies in front than behind, if by as little as the grid leaves open. */
const RATHER_IN_FRONT = 0.5;

/** Share of what differs at both ends that lies in front, from which it is not only the later part, and from which it is another part. */
const IN_FRONT = { from: 0.25, full: 0.75 };

/** Rule 7, 仅改后半段: what plays in front is the same, a later part is not, or is missing on one side. A still picture has no later part. */
export const laterPart: Rule = ({ footage, time, coverage, reference, query }) => {
  if (Math.min(reference.samples.length, query.samples.length) === 1) return undefined;
  const tail = Math.max(time.tailSeconds.a, time.tailSeconds.b);
  const head = Math.max(time.headSeconds.a, time.headSeconds.b);
  const inFront = ramp(head, OTHER_START) * (head / Math.max(1e-6, head + tail));
  const behind = Math.min(tail >= head ? 1 : RATHER_IN_FRONT, 1 - ramp(inFront, IN_FRONT));
  const confidence = footage.sameFootage * time.change * behind;
  return finding(7, confidence, {
    ...(time.tailStartsAt !== undefined && { changedFromSeconds: time.tailStartsAt }),
    coverageA: rounded(coverage.a.time),
    coverageB: rounded(coverage.b.time),
  });
};
