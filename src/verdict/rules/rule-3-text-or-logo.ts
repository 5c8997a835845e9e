import { ramp } from "../../align/agreement.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Share of what both show that changed: from a small logo to what is no longer an overlay. */
const SOME = { from: 0.012, full: 0.05 };
const MOST = { from: 0.35, full: 0.6 };

/** Rule 3, 仅改文字/logo: the footage is the same but for a few places that differ all the time. */
export const textOrLogo: Rule = ({ footage, changes, evidence }) => {
  const overlay = ramp(changes.share, SOME) * (1 - ramp(changes.share, MOST));
  if (evidence.lines.length === 0) return undefined;
  return finding(3, footage.sameFootage * overlay, {
    changedShare: rounded(changes.share, 3),
    regions: changes.regions.length,
  });
};
