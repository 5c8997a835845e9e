import { SingleBar } from "cli-progress";

/** Counts finished files on stderr: a bar on a terminal, a line now and then elsewhere. */
export interface RenderProgress {
  readonly onDone: (file: string, failure?: Error) => void;
  /** Ends the bar; returns the names of files that failed. */
  readonly finish: () => readonly string[];
}

/** Milliseconds between lines where stderr is not a terminal. */
const LINE_INTERVAL_MILLISECONDS = 15_000;

/** Starts counting to `total` files. */
export function startProgress(title: string, total: number): RenderProgress {
  const failed: string[] = [];
  const bar = new SingleBar({
    format: `${title} [{bar}] {value}/{total}, {eta_formatted} left`,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: LINE_INTERVAL_MILLISECONDS,
    etaBuffer: 50,
    hideCursor: true,
  });
  bar.start(total, 0);
  return {
    onDone: (file, failure) => {
      bar.increment();
      if (failure === undefined) return;
      failed.push(file);
      process.stderr.write(`\n${file}: ${failure.message.trim().split("\n").at(-1)}\n`);
    },
    finish: () => {
      bar.stop();
      return failed;
    },
  };
}
