import type { Fingerprint } from "../fingerprint/fingerprint.js";

/** Whether two creatives sound otherwise; undefined where that cannot be told: an image has no sound to change, and that of a long video is not read to its end. */
export function isOtherAudio(reference: Fingerprint, query: Fingerprint): boolean | undefined {
  if (!isAudioKnown(reference) || !isAudioKnown(query)) return undefined;
  return reference.digests.audio !== query.digests.audio;
}

/** Packets of picture and sound are digested together or not at all. */
function isAudioKnown({ kind, digests }: Fingerprint): boolean {
  return kind === "video" && digests.video !== undefined;
}
