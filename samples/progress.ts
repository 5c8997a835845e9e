import { SingleBar } from "cli-progress";

/** Milliseconds between lines where stderr is not a terminal. */
const LINE_INTERVAL_MILLISECONDS = 15_000;

/** Starts counting finished files on stderr: a bar on a terminal, a line now and then elsewhere. */
export function startBar(title: string, total: number): SingleBar {
  const bar = new SingleBar({
    format: `${title} [{bar}] {value}/{total} files, {duration_formatted}, {eta_formatted} left`,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: LINE_INTERVAL_MILLISECONDS,
    etaBuffer: 50,
    hideCursor: true,
  });
  bar.start(total, 0);
  return bar;
}

/** A signal that aborts on Ctrl-C; what is rendered by then is kept. */
export function abortOnInterrupt(): AbortSignal {
  const cancel = new AbortController();
  process.once("SIGINT", () => cancel.abort(new Error("Stopped; what is rendered is kept")));
  return cancel.signal;
}

/** Ends the process with what went wrong in one line, and status 130 after Ctrl-C, else 2. */
export function reportAndExit(error: unknown, signal: AbortSignal): never {
  const { message } = signal.aborted ? (signal.reason as Error) : (error as Error);
  process.stderr.write(`\n${message}\n`);
  process.exit(signal.aborted ? 130 : 2);
}
