import { locateFfmpeg } from "../ffmpeg-binary.js";
import { NO_SANDBOX, type Sandbox } from "./sandbox.js";
import { type SandboxSettings, sandboxSettings } from "./sandbox-settings.js";
import { strongestSandbox } from "./strongest-sandbox.js";

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
  if (asked.mode === "off") return NO_SANDBOX;
  const { path } = await locateFfmpeg();
  const trial = {
    program: path,
    args: ["-hide_banner", "-version"],
    readablePaths: [],
    answer: "ffmpeg version",
  };
  return await strongestSandbox(trial, asked);
}
