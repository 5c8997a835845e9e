import type { FastifyRateLimitStore } from "@fastify/rate-limit";

/** Callers remembered at a time; beyond them, the one that was silent longest is forgotten. */
const MOST_CALLERS = 5_000;

interface Window {
  /** By the monotonic clock, milliseconds. */
  readonly endsAt: number;
  count: number;
}

/**
 * Counts requests for the rate limit, caller by caller in windows of time. It goes by the monotonic clock: a window that
 * ends by the wall clock would last for months when that is set back by months, and refuse everything meanwhile.
 */
export class RequestWindows implements FastifyRateLimitStore {
  readonly #windows = new Map<string, Window>();

  /** Counts a request of a caller, and tells how many there were in its window of so many milliseconds. */
  incr(
    caller: string,
    done: (error: Error | null, told?: { current: number; ttl: number }) => void,
    windowMilliseconds: number,
  ): void {
    const now = performance.now();
    const before = this.#windows.get(caller);
    const window =
      before === undefined || before.endsAt <= now ? { endsAt: now + windowMilliseconds, count: 0 } : before;
    window.count++;
    // Put behind all others: the first of the map has been silent longest.
    this.#windows.delete(caller);
    this.#windows.set(caller, window);
    const [longestSilent] = this.#windows.keys();
    if (this.#windows.size > MOST_CALLERS && longestSilent !== undefined) this.#windows.delete(longestSilent);
    done(null, { current: window.count, ttl: Math.ceil(window.endsAt - now) });
  }

  /** Counts for a route that has a limit of its own. */
  child(): RequestWindows {
    return new RequestWindows();
  }
}
