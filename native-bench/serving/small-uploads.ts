import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";

/** A small creative that can be sent as any number of different files with the same picture. */
export interface SmallUpload {
  readonly subject: string;
  /** A file of its own for every number. */
  file(number: number): Uint8Array;
}

const VIDEO = ["-t", "2", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];

/** Pictures that have nothing in common. The last one is a still picture. */
const SUBJECTS = [
  ["pattern.mp4", "testsrc2=size=160x284:rate=12", ...VIDEO],
  ["fractal.mp4", "mandelbrot=size=160x284:rate=12", ...VIDEO],
  ["life.mp4", "life=size=160x284:rate=12:mold=10:ratio=0.3:seed=7", ...VIDEO],
  ["automaton.png", "cellauto=size=160x284:rule=110:seed=5", "-frames:v", "1"],
] as const;

/** Renders the small creatives into a folder, where they are not there yet. */
export async function smallUploads(folder: string): Promise<SmallUpload[]> {
  await mkdir(folder, { recursive: true });
  const { path: ffmpeg } = await locateFfmpeg();
  return await Promise.all(
    SUBJECTS.map(async ([name, source, ...options]) => {
      const path = join(folder, name);
      const input = ["-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", source];
      await promisify(execFile)(ffmpeg, [...input, ...options, path]);
      const bytes = await readFile(path);
      return { subject: name, file: (number: number) => anotherFile(bytes, number) };
    }),
  );
}

/** The same picture as another file, one for every number: an empty box behind the last one of an MP4, or bytes behind the end of a PNG, are no part of it. */
export function anotherFile(bytes: Uint8Array, number: number): Uint8Array {
  const box = Buffer.from([0, 0, 0, 12, ...Buffer.from("free"), 0, 0, 0, 0]);
  box.writeUInt32BE(number, 8);
  return Buffer.concat([bytes, box]);
}
