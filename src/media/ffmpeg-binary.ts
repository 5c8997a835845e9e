import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { SamecutError } from "../errors.js";

/** An ffmpeg that answered when asked for its version. */
export interface FfmpegBinary {
  /** What to start: an absolute path, or the bare name when it was found on PATH. */
  readonly path: string;
  /** Where it was found. */
  readonly source: "SAMECUT_FFMPEG" | "ffmpeg-static" | "PATH";
  /** As ffmpeg writes it, for example `5.1.9-0+deb12u1`. */
  readonly version: string;
}

/** Seconds the version question may take; a loaded machine needs one or two, a hung binary would take for ever. */
const VERSION_TIME_LIMIT_SECONDS = 15;

const run = promisify(execFile);
const located = new Map<string, Promise<FfmpegBinary>>();

/**
 * Finds ffmpeg: `SAMECUT_FFMPEG`, else the file of the optional package ffmpeg-static, else `ffmpeg` on PATH.
 * A `SAMECUT_FFMPEG` that does not work is an error and is not passed over in silence.
 * The answer is remembered for as long as the environment stays the same.
 *
 * @throws SamecutError FFMPEG_MISSING
 */
export async function locateFfmpeg(): Promise<FfmpegBinary> {
  const key = JSON.stringify([process.env.SAMECUT_FFMPEG, process.env.PATH]);
  let answer = located.get(key);
  if (answer === undefined) {
    answer = search();
    located.set(key, answer);
    // A failure is not remembered: the user may install ffmpeg while a long-lived process keeps running.
    answer.catch(() => located.delete(key));
  }
  return await answer;
}

async function search(): Promise<FfmpegBinary> {
  const chosen = process.env.SAMECUT_FFMPEG;
  if (chosen !== undefined && chosen !== "") return await askVersion(chosen, "SAMECUT_FFMPEG");
  const bundled = staticPath();
  if (bundled !== undefined) {
    try {
      return await askVersion(bundled, "ffmpeg-static");
    } catch {
      // Downloaded for another platform, or only in part: the one on PATH may still work.
    }
  }
  return await askVersion("ffmpeg", "PATH");
}

function staticPath(): string | undefined {
  try {
    const path: unknown = createRequire(import.meta.url)("ffmpeg-static");
    return typeof path === "string" && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function askVersion(path: string, source: FfmpegBinary["source"]): Promise<FfmpegBinary> {
  try {
    const { stdout } = await run(path, ["-hide_banner", "-version"], {
      timeout: VERSION_TIME_LIMIT_SECONDS * 1000,
      killSignal: "SIGKILL",
      windowsHide: true,
    });
    const version = /^ffmpeg version (\S+)/.exec(stdout)?.[1];
    if (version === undefined) throw new Error("it does not answer as ffmpeg does");
    return { path, source, version };
  } catch (cause) {
    const where = source === "PATH" ? "not on PATH" : `${source} names ${path}, which does not run`;
    throw new SamecutError("FFMPEG_MISSING", { detail: where, cause });
  }
}
