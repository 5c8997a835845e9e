import { fileURLToPath } from "node:url";
import { SingleBar } from "cli-progress";
import { renderSamples } from "./render-samples.js";

/** Milliseconds between lines where stderr is not a terminal. */
const LINE_INTERVAL_MILLISECONDS = 10_000;

const outDir = process.argv[2] ?? fileURLToPath(new URL("out", import.meta.url));
const cancel = new AbortController();
process.once("SIGINT", () => cancel.abort(new Error("Stopped; what is rendered is kept")));

const bar = new SingleBar({
  format: "Rendering samples [{bar}] {value}/{total} files, {duration_formatted}",
  stream: process.stderr,
  noTTYOutput: true,
  notTTYSchedule: LINE_INTERVAL_MILLISECONDS,
  hideCursor: true,
});
bar.start(1, 0);
try {
  await renderSamples({
    outDir,
    signal: cancel.signal,
    onProgress: (done, total) => {
      bar.setTotal(total);
      bar.update(done);
    },
  });
} finally {
  bar.stop();
}
