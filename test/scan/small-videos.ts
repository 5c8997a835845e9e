import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { lavfi, render } from "../media/rendered-media.js";

/** Sources that have nothing in common, each with a picture rich in detail. */
const SOURCES = {
  pattern: lavfi("testsrc2", "size=160x284:rate=12:duration=2"),
  fractal: [...lavfi("mandelbrot", "size=160x284:rate=12"), "-t", "2"],
  cells: [...lavfi("cellauto", "size=160x284:rate=12:rule=110:seed=3"), "-t", "2"],
  life: [...lavfi("life", "size=160x284:rate=12:mold=10:ratio=0.3:seed=7"), "-t", "2"],
} as const;

/** Name of a source. */
export type Source = keyof typeof SOURCES;

const ENCODING = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];

/** Two seconds of a source as `<name>.mp4`, with what else ffmpeg is told; returns the path. */
export function renderVideo(folder: string, name: string, source: Source, ...options: string[]): string {
  mkdirSync(folder, { recursive: true });
  return render(join(folder, name), ...SOURCES[source], ...options, ...ENCODING);
}

/** A folder with an original, its copy under another name and an unrelated video. */
export function renderSmallFolder(folder: string): void {
  const original = renderVideo(folder, "ad.mp4", "pattern");
  copyFileSync(original, join(folder, "ad-again.mp4"));
  renderVideo(folder, "other.mp4", "fractal");
}
