import { monitorEventLoopDelay } from "node:perf_hooks";

/** How often the loop is looked at, milliseconds: each look is late by as long as something held the loop. */
const EVERY_MS = 1;

/** A watch over the event loop of this thread. */
export interface LoopWatch {
  /** Ends it: how long the loop was held, milliseconds. */
  end(): { readonly p99: number; readonly most: number };
}

/** Begins to watch how long the event loop is held. */
export function watchLoop(): LoopWatch {
  const histogram = monitorEventLoopDelay({ resolution: EVERY_MS });
  histogram.enable();
  return {
    end() {
      histogram.disable();
      const heldMs = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - EVERY_MS);
      return { p99: heldMs(histogram.percentile(99)), most: heldMs(histogram.max) };
    },
  };
}
