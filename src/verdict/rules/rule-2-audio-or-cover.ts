import type { Fingerprint } from "../../fingerprint/fingerprint.js";
import { isOtherAudio } from "../audio-change.js";
import type { RuleFinding } from "../verdict.js";
import { finding, type Rule } from "./rule.js";

/** Confidence where both sides have sound, the bytes differ and the picture was encoded again: the sound may be the same, encoded again. */
const REENCODED = 0.3;

/** Confidence where only one side has sound at all. */
const ONE_SIDE_SILENT = 0.8;

function audioChange(a: Fingerprint["digests"], b: Fingerprint["digests"]): "removed" | "added" | "changed" {
  if (b.audio === undefined) return "removed";
  return a.audio === undefined ? "added" : "changed";
}

/** Rule 2 where the compressed video packets are the same and those of the sound are not. */
export function audioOrCoverProved(reference: Fingerprint, query: Fingerprint): RuleFinding {
  return {
    rule: 2,
    confidence: 1,
    detail: { audio: audioChange(reference.digests, query.digests), sameVideoPackets: true },
  };
}

/** Rule 2, 仅改音频/封面: the moving picture is untouched, the sound is not. */
export const audioOrCover: Rule = ({
  reference,
  query,
  footage,
  geometryChange,
  light,
  sharpness,
  changes,
  band,
  time,
}) => {
  if (!isOtherAudio(reference, query)) return undefined;
  const untouched =
    (1 - geometryChange) *
    (1 - light.change) *
    (1 - sharpness.softened) *
    (band === undefined ? 1 - changes.overlay : 0) *
    (1 - time.change);
  const audio = audioChange(reference.digests, query.digests);
  const confidence = footage.sameFootage * untouched * (audio === "changed" ? REENCODED : ONE_SIDE_SILENT);
  return finding(2, confidence, { audio, sameVideoPackets: false });
};
