import { ramp } from "../../align/agreement.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Share of what both show that changed, from which it is no longer an overlay. */
const MOST = { from: 0.35, full: 0.6 };

/** Rule 3, 仅改文字/logo: the footage is the same but for a few places that differ all the time. */
export const textOrLogo: Rule = ({ footage, changes, evidence }) => {
  const overlay = changes.overlay * (1 - ramp(changes.share, MOST));
  if (evidence.lines.length === 0) return undefined;
  return finding(3, footage.sameFootage * overlay, {
    changedShare: rounded(changes.share, 3),
    regions: changes.regions.length,
  });
};
