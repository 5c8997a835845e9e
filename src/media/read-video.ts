import { createHash } from "node:crypto";
import { decodePass, type Pass, type VideoRequest } from "./decode-pass.js";
import type { AnalysisPlan, MediaFacts } from "./decoded-media.js";
import { isTruncated } from "./decoder-failure.js";
import { decodingError } from "./decoding-error.js";
import { displayedSize } from "./ffmpeg-log.js";
import { placeOfFrame } from "./frame-grid.js";
import { checkPictureSize } from "./picture-limits.js";

/** Seconds by which a container's duration may exceed the last frame and still be believed: a long frame and some audio. */
const TRUSTED_DURATION_MARGIN_SECONDS = 1;

/**
 * Decodes a video by ffmpeg: frames on the plan's grid, and digests of the packets, in one pass. Frames no
 * other frame needs are not decoded; where that leaves a gap, a second pass decodes everything from the gap on.
 *
 * @throws SamecutError with a code of `classifyFailure`, or DECODER_TIMED_OUT, PICTURE_TOO_SMALL, FFMPEG_MISSING
 */
export async function readVideo(request: VideoRequest): Promise<Omit<MediaFacts, "fileDigest">> {
  const { plan } = request;
  let pass = await decodePass(request, "sparse", 0);
  const nothingKept = pass.frames === 0 && pass.ending.kind === "finished";
  if (pass.resumeAt !== undefined || nothingKept)
    pass = await decodePass(request, "full", pass.resumeAt ?? 0);
  const video = pass.log.video;
  // Half a video is not taken for a whole one: what it lacks may be what makes it similar, or different.
  const sound = pass.ending.kind !== "failed" && !isTruncated(pass.log.complaints);
  if (pass.frames === 0 || video === undefined || !sound)
    throw decodingError(request.file, pass.log, pass.ending);
  const size = displayedSize(video);
  checkPictureSize(size, request.file.reportedPath);
  const durationSeconds = duration(pass, plan);
  // Packets behind the last asked-for second were not read: a digest of the rest would call different videos equal.
  const whole =
    (pass.log.containerSeconds ?? durationSeconds) <= plan.maxSeconds && pass.ending.kind === "finished";
  return {
    kind: "video",
    ...size,
    durationSeconds,
    ...(whole && pass.log.videoHash !== undefined ? { videoDigest: `sha256:${pass.log.videoHash}` } : {}),
    ...(whole ? audioDigest(pass.log.audioHashes) : {}),
  };
}

/** Seconds the picture lasts: the container's word where the decoded frames bear it out, else the frames'. */
function duration(pass: Pass, plan: AnalysisPlan): number {
  const decoded = placeOfFrame(plan, pass.frames) / plan.framesPerSecond;
  const claimed = pass.log.containerSeconds;
  if (claimed === undefined || claimed <= 0) return decoded;
  if (decoded >= plan.maxSeconds) return Math.max(claimed, decoded);
  return Math.abs(claimed - decoded) <= TRUSTED_DURATION_MARGIN_SECONDS ? claimed : decoded;
}

function audioDigest(hashes: readonly string[]): { audioDigest?: string } {
  if (hashes.length === 0) return {};
  if (hashes.length === 1) return { audioDigest: `sha256:${hashes[0]}` };
  // Several tracks: the digest of their digests, in the file's order.
  return { audioDigest: `sha256:${createHash("sha256").update(hashes.join("\n")).digest("hex")}` };
}
