import { fileURLToPath } from "node:url";
import { startBar } from "../../samples/progress.js";
import { renderSamples } from "../../samples/render-samples.js";
import type { Corpus } from "./corpus.js";

const FOLDER = fileURLToPath(new URL("../../samples/out", import.meta.url));

/** Our own samples, where the demo renders them too; only what is missing is rendered. */
export async function renderedSamples(options: {
  readonly jobs: number;
  readonly signal: AbortSignal;
}): Promise<Corpus> {
  const bar = startBar("Rendering samples", 1);
  const onProgress = (done: number, total: number): void => {
    bar.setTotal(total);
    bar.update(done);
  };
  try {
    return {
      name: "samples",
      folder: FOLDER,
      truth: await renderSamples({ outDir: FOLDER, onProgress, ...options }),
    };
  } finally {
    bar.stop();
  }
}
