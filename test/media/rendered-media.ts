import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { AnalysisPlan, DecodedFrame, MediaFacts } from "../../src/media/decoded-media.js";
import { type ReadMediaOptions, readMedia } from "../../src/media/read-media.js";

/** Small and quick; the product's own plan is `fingerprint/sampling-policy.ts`. */
export const TEST_PLAN: AnalysisPlan = {
  framesPerSecond: 4,
  denseSeconds: 60,
  laterEvery: 1,
  longSide: 64,
  maxSeconds: 60,
};

/** A folder that is gone when the tests of the file are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "samecut-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs ffmpeg to make a file; returns its path. */
export function render(path: string, ...options: string[]): string {
  execFileSync("ffmpeg", ["-nostdin", "-v", "error", "-y", ...options, `file:${path}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  return path;
}

/** A test pattern that moves: `lavfi("testsrc2", "size=160x90:rate=30:duration=2")`. */
export function lavfi(source: string, settings: string): string[] {
  return ["-f", "lavfi", "-i", `${source}=${settings}`];
}

/** Two seconds of moving pattern, 160x90, H.264 with B-frames. */
export const SHORT_CLIP = [
  ...lavfi("testsrc2", "size=160x90:rate=30:duration=2"),
  "-c:v",
  "libx264",
  "-pix_fmt",
  "yuv420p",
];

/** What `readMedia` gave. */
export interface Reading {
  readonly facts: MediaFacts;
  readonly frames: readonly DecodedFrame[];
}

/** Reads a file and keeps its frames. */
export async function read(path: string, plan = TEST_PLAN, options: ReadMediaOptions = {}): Promise<Reading> {
  const frames: DecodedFrame[] = [];
  const facts = await readMedia(path, plan, (frame) => frames.push(frame), options);
  return { facts, frames };
}

/** Mean luma of a frame, 0 to 255. */
export function meanLuma(frame: DecodedFrame): number {
  return frame.picture.luma.reduce((sum, value) => sum + value, 0) / frame.picture.luma.length;
}
