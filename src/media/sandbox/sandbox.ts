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
 * @param readablePaths absolute paths of what it reads besides the system's programs
 * @param variables what it is told in its environment besides where programs lie
 */
export function sandboxedCommand(
  sandbox: Sandbox,
  program: string,
  readablePaths: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): CommandWords {
  const { wall, memoryLimitBytes } = sandbox;
  const words = [
    ...(memoryLimitBytes === undefined ? [] : wordsOfLimits(memoryLimitBytes)),
    ...wordsOfWall(wall, {
      program,
      readablePaths,
      root: process.getuid?.() === 0,
      variables: { ...placesOfPrograms(), ...variables },
    }),
    program,
  ];
  return words as [string, ...string[]];
}

/** Variables a program needs to find itself and its libraries; others may hold secrets. */
function placesOfPrograms(): Record<string, string> {
  const { PATH, LD_LIBRARY_PATH } = process.env;
  return { ...(PATH && { PATH }), ...(LD_LIBRARY_PATH && { LD_LIBRARY_PATH }) };
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
