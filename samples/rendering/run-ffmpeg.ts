import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";

const run = promisify(execFile);

/** Longest time one render may take, milliseconds; the longest known takes some 20 s on a busy machine. */
const TIME_LIMIT_MILLISECONDS = 300_000;

/** Runs ffmpeg quietly to its end. Rejects with what it wrote to stderr when it fails; kills it when `signal` aborts. */
export async function runFfmpeg(args: readonly string[], signal?: AbortSignal): Promise<void> {
  const { path } = await locateFfmpeg();
  await run(path, ["-hide_banner", "-nostdin", "-loglevel", "error", "-y", ...args], {
    ...(signal && { signal }),
    timeout: TIME_LIMIT_MILLISECONDS,
    killSignal: "SIGKILL",
  });
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
