import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for inputs, and a folder of its own for the temporary files of this test file; both gone at the end. */
export function intakeFolder(): { folder: string; temporaryFiles: () => string[] } {
  const folder = mkdtempSync(join(tmpdir(), "samecut-test-"));
  const temporary = join(folder, "tmp");
  mkdirSync(temporary);
  process.env.TMPDIR = temporary;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, temporaryFiles: () => readdirSync(temporary) };
}

/** Renders two seconds of a moving pattern; returns its path. */
export function renderClip(path: string, size = "160x90"): string {
  const pattern = ["-f", "lavfi", "-i", `testsrc2=size=${size}:rate=30:duration=2`];
  execFileSync("ffmpeg", [
    "-nostdin",
    "-v",
    "error",
    "-y",
    ...pattern,
    "-c:v",
    "libx264",
    "-pix_fmt",
    "yuv420p",
    path,
  ]);
  return path;
}
