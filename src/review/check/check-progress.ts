import type { CheckEvent } from "../../report/html/review-data.js";

/** How far a check is. */
export type CheckProgress =
  | { readonly stage: "sending"; readonly share: number }
  | { readonly stage: "waiting" | "comparing" | "picturing" }
  | { readonly stage: "reading"; readonly timeSeconds: number };

/** Which part of the work is done, 0 to 1; undefined where it cannot be told. */
export function shareDone(progress: CheckProgress, durationSeconds: number | undefined): number | undefined {
  switch (progress.stage) {
    case "sending":
      return 0.3 * progress.share;
    case "waiting":
      return 0.3;
    case "reading":
      return durationSeconds ? 0.3 + 0.5 * Math.min(1, progress.timeSeconds / durationSeconds) : undefined;
    case "comparing":
      return 0.85;
    case "picturing":
      return 0.95;
  }
}

/** The events that are complete in a stream of server-sent events, and where the rest begins. */
export function eventsIn(
  text: string,
  from: number,
): { readonly events: readonly CheckEvent[]; readonly next: number } {
  const end = text.lastIndexOf("\n\n");
  if (end < from) return { events: [], next: from };
  const events = text
    .slice(from, end)
    .split("\n")
    .filter((line) => line.startsWith("data: "))
    .map((line) => JSON.parse(line.slice("data: ".length)) as CheckEvent);
  return { events, next: end + 2 };
}
