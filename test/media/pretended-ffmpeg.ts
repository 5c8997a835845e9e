import { chmodSync, writeFileSync } from "node:fs";
import { onTestFinished } from "vitest";

/** Makes a program that answers for its version as ffmpeg does and then does what a shell script says; it is samecut's ffmpeg until the test ends. */
export function pretendFfmpeg(path: string, script: string): void {
  writeFileSync(
    path,
    `#!/bin/sh\ncase "$*" in *-version*) echo "ffmpeg version 9.9-pretended"; exit 0;; esac\n${script}\n`,
  );
  chmodSync(path, 0o755);
  const before = process.env.SAMECUT_FFMPEG;
  process.env.SAMECUT_FFMPEG = path;
  onTestFinished(() => {
    if (before === undefined) delete process.env.SAMECUT_FFMPEG;
    else process.env.SAMECUT_FFMPEG = before;
  });
}
