import { mean } from "../measuring/mean.js";
import { readProcess } from "../serving/process-tree.js";

/** How the memory of a process went, bytes. */
export interface MemoryCurve {
  /** Mean of the second quarter of the time: what is needed to begin with is there by then. */
  readonly early: number;
  /** Mean of the last quarter. */
  readonly late: number;
  readonly most: number;
}

const INTERVAL_MILLISECONDS = 500;

/** Follows how much memory a process holds until it is stopped. */
export function followMemory(pid: number): { stop(): MemoryCurve } {
  const looks: number[] = [];
  const look = (): void => {
    const bytes = readProcess(pid)?.residentBytes;
    if (bytes !== undefined) looks.push(bytes);
  };
  look();
  const timer = setInterval(look, INTERVAL_MILLISECONDS);
  return {
    stop() {
      clearInterval(timer);
      look();
      const quarter = Math.max(1, Math.floor(looks.length / 4));
      return {
        early: mean(looks.slice(quarter, 2 * quarter)),
        late: mean(looks.slice(-quarter)),
        most: Math.max(...looks),
      };
    },
  };
}
