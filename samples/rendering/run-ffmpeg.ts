import { execFile } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";

const run = promisify(execFile);

/** Longest time one render may take, milliseconds; the longest known takes some 20 s on a busy machine. */
const TIME_LIMIT_MILLISECONDS = 300_000;

/** Output options that keep the time of day, the version and the number of cores out of the bytes. */
export const REPRODUCIBLE = "-threads 1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact";

/** Runs ffmpeg quietly to its end. Rejects with what it wrote to stderr when it fails; kills it when `signal` aborts. */
export async function runFfmpeg(args: readonly string[], signal?: AbortSignal): Promise<void> {
  await start(await quietly(["-nostdin", ...args]), signal);
}

/** {@link runFfmpeg} with `chunks` on its standard input, drawn as fast as it reads them. */
export async function feedFfmpeg(
  args: readonly string[],
  chunks: AsyncIterable<Buffer>,
  signal?: AbortSignal,
): Promise<void> {
  const ended = start(await quietly(args), signal);
  const fed = pipeline(Readable.from(chunks), ended.child.stdin!);
  // When ffmpeg fails, the broken pipe is only the consequence: its own words are the better error.
  await Promise.all([ended, fed.catch((error: unknown) => ended.then(() => Promise.reject(error as Error)))]);
}

/** What ffmpeg prints about a file when asked for nothing else. */
export async function describeWithFfmpeg(file: string): Promise<string> {
  const { path } = await locateFfmpeg();
  // Without an output ffmpeg always ends with an error; its description of the input comes first.
  return await run(path, ["-hide_banner", "-nostdin", "-i", `file:${file}`]).then(
    ({ stderr }) => stderr,
    (error: { readonly stderr?: string }) => error.stderr ?? "",
  );
}

interface Command {
  readonly path: string;
  readonly args: readonly string[];
}

async function quietly(args: readonly string[]): Promise<Command> {
  const { path } = await locateFfmpeg();
  return { path, args: ["-hide_banner", "-loglevel", "error", "-y", ...args] };
}

function start({ path, args }: Command, signal?: AbortSignal) {
  const limits = { timeout: TIME_LIMIT_MILLISECONDS, killSignal: "SIGKILL" } as const;
  return run(path, args, { ...limits, ...(signal && { signal }) });
}
