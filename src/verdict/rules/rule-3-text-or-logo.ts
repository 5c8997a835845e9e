import { ramp } from "../../align/agreement.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Share of the deciding cells that changed: from a small logo to what is no longer an overlay. */
const SOME = { from: 0.008, full: 0.03 };
const MOST = { from: 0.35, full: 0.6 };

/** Rule 3, 仅改文字/logo: the footage is the same but for a few places that differ all the time. */
export const textOrLogo: Rule = ({ footage, changes, evidence }) => {
  const { decidingShare } = changes;
  const overlay = ramp(decidingShare, SOME) * (1 - ramp(decidingShare, MOST));
  if (evidence.lines.length === 0) return undefined;
  return finding(3, footage.sameFootage * overlay, {
    changedShare: rounded(decidingShare, 3),
    regions: changes.regions.length,
  });
};
