import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import sharp from "sharp";
import { drawing } from "../drawing/drawing.js";
import { seededRandom } from "../random.js";
import { SCENE_FRAMES_PER_SECOND, type Scene } from "../scenes/scene.js";
import { tuneSource } from "../sound/tune.js";
import { feedFfmpeg, REPRODUCIBLE } from "./run-ffmpeg.js";

/** Strength of ffmpeg's sensor noise, 0 to 100: just seen, so that still parts are not perfectly still. */
const SENSOR_NOISE = 3;

const FILTER = `-vf noise=alls=${SENSOR_NOISE}:allf=t:all_seed=7,format=yuv420p`;
const ENCODING = "-c:v libx264 -preset veryfast -crf 21 -g 45 -c:a aac -b:a 96k";

/** Renders a scene with its tune to an mp4, which appears under its name only when it is complete. */
export async function renderScene(scene: Scene, outFile: string, signal?: AbortSignal): Promise<void> {
  await mkdir(dirname(outFile), { recursive: true });
  const partial = join(dirname(outFile), `.${basename(outFile)}.${process.pid}.partial`);
  const { width, height, seconds } = scene;
  const tune = tuneSource(seededRandom("tune", scene.name), seconds);
  const frameFormat = `-f rawvideo -pix_fmt rgb24 -s ${width}x${height} -r ${SCENE_FRAMES_PER_SECOND}`;
  const inputs = [...frameFormat.split(" "), "-i", "-", "-f", "lavfi", "-i", tune];
  const encoding = `${FILTER} ${ENCODING} ${REPRODUCIBLE} -f mp4`.split(" ");
  try {
    const args = [...inputs, ...encoding, `file:${partial}`];
    await feedFfmpeg(args, frames(scene), signal);
    await rename(partial, outFile);
  } finally {
    await rm(partial, { force: true });
  }
}

/** What decides how a scene comes out: its drawings at a few moments stand for its code. */
export function sceneKey(scene: Scene): unknown {
  const moments = [0, scene.seconds / 3, scene.seconds / 1.7].map((time) => [
    scene.view?.(time),
    scene.actors(time),
  ]);
  return [scene.width, scene.height, scene.seconds, scene.backdrop.svg, moments, FILTER, ENCODING];
}

async function* frames(scene: Scene): AsyncGenerator<Buffer> {
  const { width, height } = scene;
  const { data, info } = await sharp(Buffer.from(scene.backdrop.svg))
    .flatten({ background: "#ffffff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 3 } as const;
  for (let frame = 0; frame < Math.round(scene.seconds * SCENE_FRAMES_PER_SECOND); frame++) {
    const timeSeconds = frame / SCENE_FRAMES_PER_SECOND;
    const { x, y } = scene.view?.(timeSeconds) ?? { x: 0, y: 0 };
    const actors = drawing(width, height, scene.actors(timeSeconds));
    yield await sharp(data, { raw })
      .extract({
        left: Math.min(x, info.width - width),
        top: Math.min(y, info.height - height),
        width,
        height,
      })
      .composite([{ input: Buffer.from(actors.svg) }])
      .removeAlpha()
      .raw()
      .toBuffer();
  }
}
