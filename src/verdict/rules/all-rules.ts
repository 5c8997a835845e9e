import type { Findings } from "../findings.js";
import type { RuleFinding } from "../verdict.js";
import type { Rule } from "./rule.js";
import { sameVideo } from "./rule-1-same-video.js";
import { audioOrCover } from "./rule-2-audio-or-cover.js";
import { textOrLogo } from "./rule-3-text-or-logo.js";
import { geometryOrLight } from "./rule-4-geometry-or-light.js";
import { samePerson } from "./rule-5-same-person.js";
import { sameScene } from "./rule-6-same-scene.js";
import { laterPart } from "./rule-7-later-part.js";
import { threeBand } from "./rule-8-three-band.js";

const RULES: readonly Rule[] = [
  sameVideo,
  audioOrCover,
  textOrLogo,
  geometryOrLight,
  samePerson,
  sameScene,
  laterPart,
  threeBand,
];

/** Every rule that explains the findings, most confident first. */
export function explain(findings: Findings): RuleFinding[] {
  return RULES.flatMap((rule) => rule(findings) ?? []).sort(
    (p, q) => q.confidence - p.confidence || p.rule - q.rule,
  );
}
