import { wordsOfLimits } from "./resource-limits.js";
import { type Wall, wordsOfWall } from "./walls.js";

/** How a decoder is shut in. */
export interface Sandbox {
  /** `bubblewrap`: no network, and no file but the one it reads; `unshare`: no network; `none`: neither. */
  readonly wall: Wall;
  /** Most address space, bytes; it writes to no file then. Undefined: no limits. */
  readonly memoryLimitBytes?: number;
}

/** A decoder as it is. */
export const NO_SANDBOX: Sandbox = { wall: "none" };

/** A command: the program, and the words before the arguments of the one that is meant. */
export type CommandWords = readonly [program: string, ...words: string[]];

/**
 * The command that starts a program in a sandbox.
 *
 * @param readablePath absolute path of the one file it reads
 */
export function sandboxedCommand(sandbox: Sandbox, program: string, readablePath?: string): CommandWords {
  const { wall, memoryLimitBytes } = sandbox;
  const words = [
    ...(memoryLimitBytes === undefined ? [] : wordsOfLimits(memoryLimitBytes)),
    ...wordsOfWall(wall, {
      program,
      readablePath,
      root: process.getuid?.() === 0,
      environment: process.env,
    }),
    program,
  ];
  return words as [string, ...string[]];
}

/** Exit statuses by which bubblewrap, as shells do, says that what it started was killed: 128 and the signal. */
const KILLED_BY: Readonly<Record<number, string>> = {
  130: "SIGINT",
  132: "SIGILL",
  134: "SIGABRT",
  135: "SIGBUS",
  136: "SIGFPE",
  137: "SIGKILL",
  139: "SIGSEGV",
  143: "SIGTERM",
  153: "SIGXFSZ",
  159: "SIGSYS",
};

/** The signal that ended what runs in a sandbox; undefined where an exit status is its own. */
export function killingSignal({ wall }: Sandbox, exitStatus: number): string | undefined {
  return wall === "bubblewrap" ? KILLED_BY[exitStatus] : undefined;
}
