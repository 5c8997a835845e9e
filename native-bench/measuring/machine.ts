import { execFile } from "node:child_process";
import { arch, availableParallelism, cpus, loadavg, totalmem, type } from "node:os";
import { promisify } from "node:util";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";
import { TOOL_VERSION } from "../../src/scan/tool-version.js";

/** What a measurement depends on besides the program's arguments. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** Programs ready to run, mean of the last minute: above the number of cores, wall-clock times mean little. */
  readonly load: number;
  readonly node: string;
  readonly ffmpeg: string;
  readonly samecut: string;
  /** Of the clone this runs in; absent outside of one. */
  readonly commit?: string;
}

const BYTES_A_GIB = 2 ** 30;

/** Describes the machine and the versions this runs with. Throws FFMPEG_MISSING. */
export async function describeMachine(): Promise<Machine> {
  const commit = await currentCommit();
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / BYTES_A_GIB),
    system: `${type()} ${arch()}`,
    load: Number(loadavg()[0]!.toFixed(1)),
    node: process.versions.node,
    ffmpeg: (await locateFfmpeg()).version,
    samecut: TOOL_VERSION,
    ...(commit === undefined ? {} : { commit }),
  };
}

/** The machine in one line, to stand under a table. */
export function machineLine({ cpu, cores, memoryGiB, load, node, ffmpeg, samecut, commit }: Machine): string {
  const version = commit === undefined ? samecut : `${samecut} (${commit})`;
  return `${cpu}, ${cores} cores, ${memoryGiB} GiB, load ${load}; Node ${node}, ffmpeg ${ffmpeg}, samecut ${version}`;
}

/** Marked with a plus when there are changes that are not committed. */
async function currentCommit(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(
      "git",
      ["describe", "--always", "--exclude=*", "--dirty=+"],
      { cwd: import.meta.dirname },
    );
    return stdout.trim();
  } catch {
    return undefined;
  }
}
