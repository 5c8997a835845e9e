import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { differingBits } from "../fingerprint/hash-distance.js";
import { sampleAt } from "../fingerprint/sampling-policy.js";
import { audioOrCoverProved } from "./rules/rule-2-audio-or-cover.js";
import { IDENTITY_TRANSFORM, type PairVerdict } from "./verdict.js";

/** Mean differing bits of 256 of samples that show the same: containers round times, so a few show the frame beside it. Turned upside down, half of all bits differ. */
const SAME_HASH_BITS = 40;

/**
 * The verdict where bytes prove it: the same file, or the same compressed video packets whatever the container, sound and cover
 * (rules 1 and 2). Undefined where they do not, or where a container shows the packets otherwise: turned, stretched or at another speed.
 */
export function identicalVerdict(reference: Fingerprint, query: Fingerprint): PairVerdict | undefined {
  const a = reference.digests;
  const b = query.digests;
  const sameFile = a.file === b.file;
  const sameVideo = a.video !== undefined && a.video === b.video && showsTheSame(reference, query);
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

/** Of the last picture: the duration may be that of the sound. */
const lastTime = ({ samples }: Fingerprint): number => samples.at(-1)!.timeSeconds;

/** Whether two containers show their packets alike: for equally long, in the same size and the same way up. */
function showsTheSame(p: Fingerprint, q: Fingerprint): boolean {
  const common = Math.min(p.samples.length, q.samples.length);
  const differing = p.samples
    .slice(0, common)
    .reduce((sum, { hash }, place) => sum + differingBits(hash, q.samples[place]!.hash), 0);
  return (
    p.width === q.width &&
    p.height === q.height &&
    Math.abs(lastTime(p) - lastTime(q)) <= sampleAt(lastTime(p)).sampleSeconds &&
    differing <= SAME_HASH_BITS * common
  );
}
