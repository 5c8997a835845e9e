import { execFile } from "node:child_process";
import { promisify } from "node:util";
import sharp from "sharp";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";
import { probeClip } from "../rendering/probe-clip.js";
import { SCENE_FRAMES_PER_SECOND } from "../scenes/scene.js";
import { PORTRAIT_SIDE, squareAround } from "./framing.js";
import type { Portrait } from "./portrait.js";
import { PORTRAIT_SECONDS } from "./pose.js";

const side = PORTRAIT_SIDE;
const FRAME_BYTES = 3 * side * side;

/**
 * A sitter's pictures in the portraits' framing, RGB, three bytes a pixel, {@link SCENE_FRAMES_PER_SECOND}: all of a filmed one, at most
 * {@link PORTRAIT_SECONDS}, else the first. Rejects where the source cannot be read.
 */
export async function sitterPictures(
  { sitter, source, treatment }: Portrait,
  signal?: AbortSignal,
): Promise<Buffer[]> {
  if ("package" in sitter.source) {
    const { width, height } = await sharp(source).metadata();
    const { left, top, side: size } = squareAround(sitter.head, width, height);
    const square = sharp(source).extract({ left, top, width: size, height: size }).resize(side, side);
    return [await square.removeAlpha().toColourspace("srgb").raw().toBuffer()];
  }
  const { width, height } = await probeClip(source);
  const { left, top, side: size } = squareAround(sitter.head, width, height);
  const from = sitter.source.fromSeconds ?? 0;
  const filter = `trim=${from}:${from + PORTRAIT_SECONDS},setpts=PTS-STARTPTS,fps=${SCENE_FRAMES_PER_SECOND},crop=${size}:${size}:${left}:${top},scale=${side}:${side}:flags=bicubic`;
  const many = treatment === "filmed" ? [] : ["-frames:v", "1"];
  const { path } = await locateFfmpeg();
  const { stdout } = await promisify(execFile)(
    path,
    [
      ...["-hide_banner", "-loglevel", "error", "-nostdin", "-i", `file:${source}`, "-an", "-vf", filter],
      ...[...many, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"],
    ],
    {
      encoding: "buffer",
      maxBuffer: (PORTRAIT_SECONDS + 1) * SCENE_FRAMES_PER_SECOND * FRAME_BYTES,
      ...(signal && { signal }),
    },
  );
  return Array.from({ length: Math.floor(stdout.length / FRAME_BYTES) }, (_, frame) =>
    stdout.subarray(frame * FRAME_BYTES, (frame + 1) * FRAME_BYTES),
  );
}
