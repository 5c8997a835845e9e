/** A span of wall-clock time, milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A request and what became of it. */
export interface LoggedRequest extends Span {
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  readonly code: string | undefined;
}

/** How well requests were answered outside of restarts. */
export interface Availability {
  /** Requests that no restart overlaps. */
  readonly requests: number;
  /** Of these, those that the service failed to answer or failed without knowing why. */
  readonly failed: number;
  /** The same by code; `none` for no answer. */
  readonly failures: Readonly<Record<string, number>>;
  /** Of these, those that were told an error the fault explains, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Requests that a restart overlaps. */
  readonly duringRestarts: number;
}

/** Answers that say no and are right: the caller asked for what is not so. */
const RIGHT_REFUSALS = new Set(["CREATIVE_NOT_FOUND", "CREATIVE_EXISTS"]);

/** Codes of a service that does not know what happened to it. */
const FAILURES = new Set(["UNEXPECTED", "INDEX_CRASHED", "CALL_TIMED_OUT", "DECODER_TIMED_OUT"]);

/** Sums requests up. */
export function availabilityOf(requests: readonly LoggedRequest[], restarts: readonly Span[]): Availability {
  const counted = requests.filter(
    ({ from, to }) => !restarts.some((span) => from < span.to && span.from < to),
  );
  const refused: Record<string, number> = {};
  const failures: Record<string, number> = {};
  for (const { status = 0, code = status === 0 ? "none" : String(status) } of counted) {
    if (status !== 0 && (status < 400 || RIGHT_REFUSALS.has(code))) continue;
    const kind = status === 0 || FAILURES.has(code) ? failures : refused;
    kind[code] = (kind[code] ?? 0) + 1;
  }
  return {
    requests: counted.length,
    failed: Object.values(failures).reduce((sum, count) => sum + count, 0),
    failures,
    refused,
    duringRestarts: requests.length - counted.length,
  };
}

/** How many requests of several runs were answered as they should be. */
export interface OverallAvailability {
  /** Outside of restarts. */
  readonly requests: number;
  readonly failed: number;
  /** Share that did not fail, 0 to 1; undefined where there were none. */
  readonly share?: number;
}

/** Adds runs up. */
export function overall(runs: readonly Pick<Availability, "requests" | "failed">[]): OverallAvailability {
  const requests = runs.reduce((sum, run) => sum + run.requests, 0);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  return { requests, failed, ...(requests === 0 ? {} : { share: (requests - failed) / requests }) };
}
