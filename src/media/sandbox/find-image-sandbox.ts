import { IMAGE_PROGRAM_ANSWER, imageProgram } from "../image-program.js";
import type { Sandbox } from "./sandbox.js";
import { type SandboxSettings, sandboxSettings } from "./sandbox-settings.js";
import { strongestSandbox } from "./strongest-sandbox.js";

/**
 * As `findSandbox` for ffmpeg, the strongest sandbox of this machine in which the process that opens images really starts. Its limit of
 * memory has room for the program besides.
 *
 * @param asked default: what `setSandbox` and `SAMECUT_SANDBOX` say
 * @throws SamecutError SANDBOX_UNAVAILABLE where one is required and cannot be had; SETTING_INVALID
 */
export async function findImageSandbox(asked: SandboxSettings = sandboxSettings()): Promise<Sandbox> {
  const program = imageProgram();
  const memoryLimitBytes = asked.memoryLimitBytes + program.addressSpaceBytes;
  return await strongestSandbox({ ...program, answer: IMAGE_PROGRAM_ANSWER }, { ...asked, memoryLimitBytes });
}
