import type { RenderPlan } from "../montage/plan.js";
import { inParallel } from "./in-parallel.js";
import type { RenderCache } from "./render-cache.js";

/** One file to render, relative to the cache's folder. */
export interface RenderTask {
  readonly file: string;
  readonly plan: RenderPlan;
}

/** How a list of tasks is worked through. */
export interface RenderOptions {
  /** Renders at a time, at least 1. */
  readonly jobs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called after every file, whether it was rendered, found in the cache, or failed. */
  readonly onDone?: (file: string, failure?: Error) => void;
}

/** Renders all tasks, in order; a task that fails is reported and passed over. Rejects when aborted or when `onDone` throws. */
export async function renderTasks(
  cache: RenderCache,
  tasks: readonly RenderTask[],
  options: RenderOptions,
): Promise<void> {
  const { jobs, signal, onDone } = options;
  const renders = tasks.map(({ file, plan }) => async () => {
    signal?.throwIfAborted();
    const failure = await cache.render(plan, file, signal).then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    signal?.throwIfAborted();
    onDone?.(file, failure);
  });
  await inParallel(jobs, renders);
}
