import { join, resolve } from "node:path";
import type { Original } from "./corpus/original.js";
import { editNamed } from "./edits/catalogue.js";
import { planSamples } from "./plan-samples.js";
import { inParallel } from "./rendering/in-parallel.js";
import { probeClip } from "./rendering/probe-clip.js";
import { contentKey, RenderCache } from "./rendering/render-cache.js";
import { renderScene, sceneKey } from "./rendering/render-scene.js";
import { renderTasks } from "./rendering/render-tasks.js";
import { SCENES } from "./scenes/scenes.js";
import { type TruthFile, writeTruth } from "./truth/truth-file.js";

/** What to render, and how. */
export interface SampleOptions {
  /** Filled with `creatives/` and `truth.json`. What earlier runs rendered is kept where it is still right, else removed. */
  readonly outDir: string;
  /** Names of scenes; absent means all. Edits and relations of other scenes are left out. */
  readonly subset?: readonly string[];
  /** Names of edits; absent means the samples' own choice. Every one is then made of every scene that suits it. */
  readonly edits?: readonly string[];
  /** Renders at a time; default 2. */
  readonly jobs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Called once the number of files is known, and after every file. */
  readonly onProgress?: (done: number, total: number, file?: string) => void;
}

/** Renders the samples and returns what is true of them, which `truth.json` says too. Rejects on the first failure. */
export async function renderSamples(options: SampleOptions): Promise<TruthFile> {
  const { signal, jobs = 2, onProgress } = options;
  const cache = await RenderCache.open(resolve(options.outDir));
  const scenes = SCENES.filter(({ name }) => options.subset?.includes(name) ?? true);
  if (scenes.length < 2)
    throw new RangeError("At least two scenes are needed: tails and intros come from another one");
  let done = 0;
  let total = scenes.length;
  const finished = (file: string, failure?: Error): void => {
    if (failure !== undefined)
      throw new Error(`${file} cannot be rendered: ${failure.message}`, { cause: failure });
    onProgress?.(++done, total, file);
  };
  onProgress?.(0, total);
  const renders = scenes.map((scene) => async (): Promise<Original> => {
    signal?.throwIfAborted();
    const file = `creatives/${scene.name}.mp4`;
    await cache.produce(file, contentKey(sceneKey(scene)), (path) => renderScene(scene, path, signal));
    finished(file);
    return { name: scene.name, file, family: scene.name, clip: await probeClip(join(cache.folder, file)) };
  });
  const originals = await inParallel(jobs, renders);
  const plan = planSamples(originals, options.edits?.map(editNamed));
  total += plan.tasks.length;
  const truth: TruthFile = {
    schema: "samecut.truth/1",
    originals: originals.map(({ name, file, family }) => ({ name, file, family })),
    creatives: plan.creatives,
    pairs: plan.pairs,
  };
  await writeTruth(join(cache.folder, "truth.json"), truth);
  await renderTasks(cache, plan.tasks, { jobs, signal, onDone: finished });
  await cache.removeAllBut(plan.creatives.map(({ file }) => file));
  return truth;
}
