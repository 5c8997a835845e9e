import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";

/** Videos like an ad's in length and size, each of another picture. */
const SECONDS = 10;
const SIZE = "540x960";

/** Renders so many different videos. */
export async function distinctUploads(folder: string, count: number): Promise<Uint8Array[]> {
  await mkdir(folder, { recursive: true });
  const { path: ffmpeg } = await locateFfmpeg();
  const uploads: Uint8Array[] = [];
  for (let number = 0; number < count; number++) {
    const path = join(folder, `upload-${number}.mp4`);
    const place = `start_x=${-0.7 - number / 97}:start_y=${-0.3 + number / 61}:start_scale=${0.3 / (1 + (number % 7))}`;
    // Drawn small, for each pixel of it takes hundreds of steps.
    const source = `mandelbrot=size=180x320:rate=25:${place},scale=${SIZE.replace("x", ":")}`;
    const encoding = [
      "-t",
      String(SECONDS),
      "-c:v",
      "libx264",
      "-preset",
      "ultrafast",
      "-crf",
      "32",
      "-pix_fmt",
      "yuv420p",
    ];
    await promisify(execFile)(ffmpeg, [
      "-nostdin",
      "-v",
      "error",
      "-y",
      "-f",
      "lavfi",
      "-i",
      source,
      ...encoding,
      path,
    ]);
    uploads.push(await readFile(path));
  }
  return uploads;
}
