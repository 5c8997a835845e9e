import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { SamecutError } from "../../errors.js";
import { NO_SANDBOX, type Sandbox, sandboxedCommand } from "./sandbox.js";
import type { SandboxSettings } from "./sandbox-settings.js";
import { WALLS } from "./walls.js";

/** A program and how to see that it starts. */
export interface Trial {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute paths it needs besides the system's programs. */
  readonly readablePaths: readonly string[];
  /** How what it prints begins when it has started. */
  readonly answer: string;
}

/** Seconds one trial may take; a loaded machine needs one or two. */
const TRIAL_SECONDS = 15;

const run = promisify(execFile);
const found = new Map<string, Promise<Sandbox>>();

/**
 * The strongest sandbox of this machine in which a program really starts, or the one that is asked for; it is tried once.
 *
 * @throws SamecutError SANDBOX_UNAVAILABLE where one is required and cannot be had
 */
export async function strongestSandbox(
  trial: Trial,
  { mode, memoryLimitBytes }: SandboxSettings,
): Promise<Sandbox> {
  if (mode === "off") return NO_SANDBOX;
  const key = JSON.stringify([trial, process.env.PATH, memoryLimitBytes]);
  let answer = found.get(key);
  if (answer === undefined) {
    answer = strongest(trial, memoryLimitBytes);
    found.set(key, answer);
  }
  const sandbox = await answer;
  if (mode === "require" && !isWhole(sandbox))
    throw new SamecutError("SANDBOX_UNAVAILABLE", { detail: `what there is: ${describe(sandbox)}` });
  return sandbox;
}

async function strongest(trial: Trial, memoryLimitBytes: number): Promise<Sandbox> {
  const sandboxes = WALLS.flatMap((wall): Sandbox[] => [{ wall, memoryLimitBytes }, { wall }]);
  for (const sandbox of sandboxes) if (await starts(trial, sandbox)) return sandbox;
  return NO_SANDBOX;
}

async function starts({ program, args, readablePaths, answer }: Trial, sandbox: Sandbox): Promise<boolean> {
  const [command, ...words] = sandboxedCommand(sandbox, program, readablePaths);
  try {
    const { stdout } = await run(command, [...words, ...args], {
      timeout: TRIAL_SECONDS * 1000,
      killSignal: "SIGKILL",
      windowsHide: true,
    });
    return stdout.startsWith(answer);
  } catch {
    return false;
  }
}

function isWhole({ wall, memoryLimitBytes }: Sandbox): boolean {
  return wall === "bubblewrap" && memoryLimitBytes !== undefined;
}

function describe({ wall, memoryLimitBytes }: Sandbox): string {
  return `wall ${wall}, ${memoryLimitBytes === undefined ? "no limits" : "limits"}`;
}
