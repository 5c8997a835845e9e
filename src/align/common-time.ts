import type { Evidence } from "./evidence.js";
import type { Moments } from "./moments.js";
import { agreementWithStill, isWithStill } from "./segments.js";

/** One side of what is matched in time. */
interface Side {
  readonly times: readonly number[];
  readonly seconds: readonly number[];
  readonly informative: readonly boolean[];
  /** Time and agreed seconds of each match. */
  readonly matches: readonly { readonly time: number; readonly agreedSeconds: number }[];
}

/**
 * How much of two creatives is common, 0 to 1: matched seconds times their agreement over the seconds that prove anything, on the side where that is less. Of a side all of its time
 * counts or its front half alone, whichever has more in common: a new ending leaves the front.
 */
export function commonTime({ moments, lines }: Evidence): number {
  const matched = lines.flatMap(({ line, matches }) =>
    matches.map((match) => ({ ...match, speed: line.speed })),
  );
  const reference = shareOf({
    times: moments.referenceTimes,
    seconds: moments.referenceSeconds,
    informative: moments.referenceInformative,
    matches: isWithStill(moments)
      ? showingStill(moments, moments.referenceTimes, moments.referenceSeconds)
      : matched.map((match) => ({
          time: moments.referenceTimes[match.reference]!,
          agreedSeconds: match.agreement * moments.referenceSeconds[match.reference]!,
        })),
  });
  const query = shareOf({
    times: moments.queryTimes,
    seconds: moments.querySeconds,
    informative: moments.queryInformative,
    matches: isWithStill(moments)
      ? showingStill(moments, moments.queryTimes, moments.querySeconds)
      : matched.map((match) => ({
          time: moments.queryTimes[match.query]!,
          agreedSeconds: (match.agreement * moments.referenceSeconds[match.reference]!) / match.speed,
        })),
  });
  return Math.min(reference, query);
}

/** The moments of a side that show the same where either side is a single picture, which is matched with one moment only. */
function showingStill(
  moments: Moments,
  times: readonly number[],
  seconds: readonly number[],
): Side["matches"] {
  const shown = agreementWithStill(moments);
  if (times.length === 1) return [{ time: times[0]!, agreedSeconds: Math.max(...shown) * seconds[0]! }];
  return [...shown].map((agreement, at) => ({
    time: times[at]!,
    agreedSeconds: agreement * seconds[at]!,
  }));
}

function shareOf(side: Side): number {
  const last = side.times.length - 1;
  const half = (side.times[last]! + side.seconds[last]! / 2) / 2;
  return Math.max(shareBefore(side, Number.POSITIVE_INFINITY), shareBefore(side, half));
}

function shareBefore({ times, seconds, informative, matches }: Side, end: number): number {
  let proving = 0;
  for (const [at, time] of times.entries()) if (time < end && informative[at]) proving += seconds[at]!;
  const agreed = matches.reduce(
    (sum, { time, agreedSeconds }) => (time < end ? sum + agreedSeconds : sum),
    0,
  );
  return proving === 0 ? 0 : Math.min(1, agreed / proving);
}
