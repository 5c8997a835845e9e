import { ramp } from "../../align/agreement.js";
import { isSameSetUp } from "../scene.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Agreement from which the scene counts as the same, and from which even the person seems to be. */
const SAME_SCENE = { from: 0.5, full: 0.65 };
const SAME_PERSON = { from: 0.75, full: 0.95 };

/** Rule 6, 异人相同场景: another person in the same scene. What holds still agrees, what moves does not. */
export const sameScene: Rule = ({ footage, transform }) => {
  if (!isSameSetUp(transform)) return undefined;
  const scene = ramp(footage.agreement, SAME_SCENE) * (1 - 0.7 * ramp(footage.agreement, SAME_PERSON));
  return finding(6, 0.6 * (1 - footage.sameFootage) * scene, {
    sceneAgreement: rounded(footage.agreement),
    motionCorrelation: rounded(footage.motionCorrelation),
  });
};
