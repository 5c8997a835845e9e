import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { audioOrCoverProved } from "./rules/rule-2-audio-or-cover.js";
import { IDENTITY_TRANSFORM, type PairVerdict } from "./verdict.js";

/**
 * The verdict where bytes prove it: the same file, or the same compressed video packets whatever the container, sound and cover
 * (rules 1 and 2). Undefined where they do not.
 */
export function identicalVerdict(reference: Fingerprint, query: Fingerprint): PairVerdict | undefined {
  const a = reference.digests;
  const b = query.digests;
  const sameFile = a.file === b.file;
  const sameVideo = a.video !== undefined && a.video === b.video;
  if (!sameFile && !sameVideo) return undefined;
  const otherAudio = !sameFile && a.audio !== b.audio;
  return {
    similarity: 1,
    grade: "identical",
    rules: otherAudio
      ? [audioOrCoverProved(reference, query)]
      : [{ rule: 1, confidence: 1, detail: { sameFile, sameVideoPackets: sameVideo || sameFile } }],
    coverage: { a: 1, b: 1 },
    segments: [{ a: [0, reference.durationSeconds], b: [0, query.durationSeconds], similarity: 1 }],
    transform: IDENTITY_TRANSFORM,
    changed: { regions: [], audio: otherAudio },
  };
}
