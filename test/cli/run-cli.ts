import { type ChildProcess, spawn } from "node:child_process";
import { transpiledCli } from "./transpiled-cli.js";

/** How a run of the command line ended. */
export interface CliOutcome {
  readonly status: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that has begun. */
export interface CliRun {
  readonly child: ChildProcess;
  readonly outcome: Promise<CliOutcome>;
}

/** Starts the command line as it is in the sources, as a child process; `folder` holds its cache and data. */
export function startCli(folder: string, ...args: string[]): CliRun {
  const child = spawn(process.execPath, [transpiledCli(), ...args], {
    env: {
      ...process.env,
      SAMECUT_CACHE_DIR: `${folder}/cache`,
      SAMECUT_DATA_DIR: `${folder}/data`,
      LANG: "C",
      LC_ALL: "",
      FORCE_COLOR: "",
      NO_COLOR: "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  const outcome = new Promise<CliOutcome>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, killedBy) => resolve({ status, killedBy, ...texts }));
  });
  return { child, outcome };
}

/** Runs the command line to its end. */
export async function runCli(folder: string, ...args: string[]): Promise<CliOutcome> {
  return await startCli(folder, ...args).outcome;
}
