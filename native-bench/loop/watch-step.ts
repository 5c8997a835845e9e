import { type LoopHolds, LoopWatch } from "../measuring/loop-watch.js";

/** How long the event loop was held by one kind of call. */
export interface StepHolds extends LoopHolds {
  readonly step: string;
  readonly seconds: number;
}

/** Watches the event loop during some work, and adds to `holds` how long it was held. */
export async function watchStep<Result>(
  step: string,
  holds: StepHolds[],
  work: () => Promise<Result>,
): Promise<Result> {
  const watch = new LoopWatch();
  const startedAt = performance.now();
  const result = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  holds.push({ step, seconds, ...watch.end() });
  return result;
}
