import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import sharp from "sharp";
import { digestFile } from "../../src/media/digest-file.js";
import { seededRandom } from "../random.js";
import { contentKey } from "../rendering/render-cache.js";
import { feedFfmpeg, REPRODUCIBLE } from "../rendering/run-ffmpeg.js";
import { SCENE_FRAMES_PER_SECOND } from "../scenes/scene.js";
import { PORTRAIT_SIDE } from "./framing.js";
import type { Portrait } from "./portrait.js";
import { PORTRAIT_SECONDS, speaking } from "./pose.js";
import { sitterPictures } from "./sitter-pictures.js";
import { templateAt } from "./template.js";
import { warpPortrait } from "./warp-portrait.js";

/** Raise when portraits of unchanged sitters come out differently. */
const PORTRAIT_VERSION = 1;

const side = PORTRAIT_SIDE;
const RAW = { raw: { width: side, height: side, channels: 3 } } as const;

/** What decides how a portrait comes out. */
export async function portraitKey({ sitter, source, treatment }: Portrait): Promise<string> {
  return contentKey([PORTRAIT_VERSION, sitter, treatment, await digestFile(source), templateAt(0).svg]);
}

/** Renders a portrait to an mp4 without sound, which appears under its name only when it is complete. */
export async function renderPortrait(
  portrait: Portrait,
  outFile: string,
  signal?: AbortSignal,
): Promise<void> {
  await mkdir(dirname(outFile), { recursive: true });
  const partial = join(dirname(outFile), `.${basename(outFile)}.${process.pid}.partial`);
  const input = `-f rawvideo -pix_fmt rgb24 -s ${side}x${side} -r ${SCENE_FRAMES_PER_SECOND} -i -`;
  const encoding = `-vf noise=alls=3:allf=t:all_seed=7,format=yuv420p -c:v libx264 -preset veryfast -crf 21 ${REPRODUCIBLE} -f mp4`;
  try {
    const args = [...`${input} ${encoding}`.split(" "), `file:${partial}`];
    await feedFfmpeg(args, frames(portrait, signal), signal);
    await rename(partial, outFile);
  } finally {
    await rm(partial, { force: true });
  }
}

async function* frames(portrait: Portrait, signal?: AbortSignal): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const frame of bareFrames(portrait, signal)) {
    const template = Buffer.from(templateAt(number++ / SCENE_FRAMES_PER_SECOND).svg);
    yield await sharp(frame, RAW)
      .composite([{ input: template }])
      .removeAlpha()
      .raw()
      .toBuffer();
  }
}

async function* bareFrames(portrait: Portrait, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const { sitter, treatment } = portrait;
  const pictures = await sitterPictures(portrait, signal);
  if (treatment === "filmed") {
    yield* pictures;
    return;
  }
  const poseAt = speaking(seededRandom("portrait", sitter.name));
  for (let frame = 0; frame < PORTRAIT_SECONDS * SCENE_FRAMES_PER_SECOND; frame++) {
    yield warpPortrait(pictures[0]!, poseAt(frame / SCENE_FRAMES_PER_SECOND));
  }
}
