import { ramp } from "../../align/agreement.js";
import { isSameSetUp } from "../scene.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Agreement of another take of one person in one room; another person's stays below. */
const SAME_PERSON = { from: 0.6, full: 0.9 };

/**
 * Rule 5, 同人相似场景: the same person filmed again in a similar scene. Told from the scene: nearly everything agrees but what moves. Without a
 * learned model a person is not told from a look-alike, so the confidence stays moderate.
 */
export const samePerson: Rule = ({ footage, transform }) => {
  if (!isSameSetUp(transform)) return undefined;
  return finding(5, 0.7 * (1 - footage.sameFootage) * ramp(footage.agreement, SAME_PERSON), {
    sceneAgreement: rounded(footage.agreement),
    motionCorrelation: rounded(footage.motionCorrelation),
  });
};
