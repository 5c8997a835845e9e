import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Size } from "../../../samples/montage/placement.js";
import { locateFfmpeg } from "../../../src/media/ffmpeg-binary.js";

/** The grey picture a video shows at a time, at its own size. */
export async function greyFrame(file: string, timeSeconds: number, size: Size): Promise<Buffer> {
  const { path } = await locateFfmpeg();
  const filter = `select=gte(t\\,${timeSeconds.toFixed(3)}),format=gray`;
  const args = ["-loglevel", "error", "-i", file, "-vf", filter, "-frames:v", "1", "-f", "rawvideo", "-"];
  const { stdout } = await promisify(execFile)(path, args, { encoding: "buffer", maxBuffer: 1e8 });
  if (stdout.length !== size.width * size.height)
    throw new Error(`${file} is not ${size.width}x${size.height}`);
  return stdout;
}
