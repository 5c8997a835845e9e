import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What a child that has ended left behind. */
export interface EndedChild {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Runs a TypeScript file in a process of its own.
 * @param fileLimitKiB most KiB the child may write to one file: a full disk for the child alone
 */
export function startChild(file: URL, args: readonly string[], fileLimitKiB?: number): ChildProcess {
  const script = fileURLToPath(file);
  const limit = fileLimitKiB === undefined ? "" : `ulimit -f ${fileLimitKiB}; `;
  const command = `${limit}exec "$0" --import tsx "$@"`;
  return spawn("bash", ["-c", command, process.execPath, script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Waits for the end of a child and collects its output. */
export async function childEnd(child: ChildProcess): Promise<EndedChild> {
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += String(chunk);
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { status, output };
}
