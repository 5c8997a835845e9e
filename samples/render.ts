import { fileURLToPath } from "node:url";
import { abortOnInterrupt, reportAndExit, startBar } from "./progress.js";
import { renderSamples } from "./render-samples.js";

const outDir = process.argv[2] ?? fileURLToPath(new URL("out", import.meta.url));
const signal = abortOnInterrupt();
const bar = startBar("Rendering samples", 1);
const onProgress = (done: number, total: number): void => {
  bar.setTotal(total);
  bar.update(done);
};
try {
  await renderSamples({ outDir, signal, onProgress });
} catch (error) {
  bar.stop();
  reportAndExit(error, signal);
}
bar.stop();
