import { createHash } from "node:crypto";
import { FingerprintAssembler } from "../../src/fingerprint/assembler.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { type Clip, drawFrames } from "./clip.js";

/** What a file holds besides the moving picture. */
export interface Wrapping {
  /** Names the sound: another name is another track; none is a silent file. */
  readonly audio?: string;
  /** Names the container: another name is the same picture and sound in another file. */
  readonly container?: string;
}

/** The shorter side of a file, pixels; only its ratio to the longer one matters. */
const SHORT_SIDE = 720;

/** The fingerprint of a clip. Digests follow from what is drawn: equal pictures are equal packets. */
export function fingerprintOf(clip: Clip, { audio, container = "mp4" }: Wrapping = {}): Fingerprint {
  const assembler = new FingerprintAssembler();
  const packets = createHash("sha256");
  for (const frame of drawFrames(clip)) {
    assembler.add(frame);
    packets.update(frame.picture.luma).update(`${frame.chromaBlue} ${frame.chromaRed}`);
  }
  const videoDigest = `sha256:${packets.digest("hex")}`;
  return assembler.finish({
    kind: "video",
    width: Math.round(SHORT_SIDE * Math.max(1, clip.aspect)),
    height: Math.round(SHORT_SIDE * Math.max(1, 1 / clip.aspect)),
    durationSeconds: clip.seconds,
    fileDigest: digest(videoDigest, audio ?? "", container),
    videoDigest,
    ...(audio !== undefined && { audioDigest: digest(audio) }),
  });
}

/** The fingerprint of a clip's first picture as an image. */
export function imageFingerprintOf(clip: Clip): Fingerprint {
  const assembler = new FingerprintAssembler();
  const [frame] = drawFrames({ ...clip, seconds: 0 });
  assembler.add(frame!);
  const { width, height, luma } = frame!.picture;
  const fileDigest = digest(Buffer.from(luma).toString("hex"));
  return assembler.finish({ kind: "image", width, height, durationSeconds: 0, fileDigest });
}

function digest(...parts: readonly string[]): string {
  return `sha256:${createHash("sha256").update(parts.join("\n")).digest("hex")}`;
}
