import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { SamecutError } from "../../errors.js";
import { locateFfmpeg } from "../ffmpeg-binary.js";
import { NO_SANDBOX, type Sandbox, sandboxedCommand } from "./sandbox.js";
import { type SandboxSettings, sandboxSettings } from "./sandbox-settings.js";
import { WALLS } from "./walls.js";

/** Seconds one trial may take; a loaded machine needs one or two. */
const TRIAL_SECONDS = 15;

const run = promisify(execFile);
const found = new Map<string, Promise<Sandbox>>();

/** A decoder and how it is shut in. */
export interface ShutInDecoder {
  readonly ffmpegPath: string;
  readonly sandbox: Sandbox;
}

/** The ffmpeg to start and its sandbox. Throws FFMPEG_MISSING, and what {@link findSandbox} throws. */
export async function locateDecoder(): Promise<ShutInDecoder> {
  const { path } = await locateFfmpeg();
  return { ffmpegPath: path, sandbox: await findSandbox() };
}

/**
 * The strongest sandbox of this machine in which ffmpeg really starts, or the one that is asked for; it is tried once.
 *
 * @param asked default: what `setSandbox` and `SAMECUT_SANDBOX` say
 * @throws SamecutError SANDBOX_UNAVAILABLE where one is required and cannot be had; FFMPEG_MISSING, SETTING_INVALID
 */
export async function findSandbox(asked: SandboxSettings = sandboxSettings()): Promise<Sandbox> {
  const { mode, memoryLimitBytes } = asked;
  if (mode === "off") return NO_SANDBOX;
  const { path } = await locateFfmpeg();
  const key = JSON.stringify([path, process.env.PATH, memoryLimitBytes]);
  let answer = found.get(key);
  if (answer === undefined) {
    answer = strongest(path, memoryLimitBytes);
    found.set(key, answer);
  }
  const sandbox = await answer;
  const whole = sandbox.wall === "bubblewrap" && sandbox.memoryLimitBytes !== undefined;
  if (mode === "require" && !whole)
    throw new SamecutError("SANDBOX_UNAVAILABLE", { detail: `what there is: ${describe(sandbox)}` });
  return sandbox;
}

async function strongest(ffmpegPath: string, memoryLimitBytes: number): Promise<Sandbox> {
  const limited = (await starts(ffmpegPath, { wall: "none", memoryLimitBytes })) ? { memoryLimitBytes } : {};
  for (const wall of WALLS) {
    const sandbox: Sandbox = { wall, ...limited };
    if (await starts(ffmpegPath, sandbox)) return sandbox;
  }
  return NO_SANDBOX;
}

async function starts(ffmpegPath: string, sandbox: Sandbox): Promise<boolean> {
  const [program, ...words] = sandboxedCommand(sandbox, ffmpegPath);
  try {
    const { stdout } = await run(program, [...words, "-hide_banner", "-version"], {
      timeout: TRIAL_SECONDS * 1000,
      killSignal: "SIGKILL",
      windowsHide: true,
    });
    return stdout.startsWith("ffmpeg version");
  } catch {
    return false;
  }
}

function describe({ wall, memoryLimitBytes }: Sandbox): string {
  return `wall ${wall}, ${memoryLimitBytes === undefined ? "no limits" : "limits"}`;
}
