import type { Evidence } from "../align/evidence.js";
import type { Moments } from "../align/moments.js";
import { agreementWithStill, isWithStill, type Match, type MatchedLine } from "../align/segments.js";
import type { Segment } from "./verdict.js";

/** Samples that may be missing inside a segment. */
const GAP = 2;

/** The matched stretches of time of both sides, in order of the reference. */
export function segmentsOf(
  { moments, lines }: Evidence,
  referenceSeconds: number,
  querySeconds: number,
): Segment[] {
  if (isWithStill(moments)) return showingStill(moments, { a: referenceSeconds, b: querySeconds });
  return lines
    .flatMap((matched) =>
      runs(matched.matches, ({ reference }) => reference).map((run) =>
        segment(matched, run, moments, referenceSeconds, querySeconds),
      ),
    )
    .sort((p, q) => p.a[0] - q.a[0]);
}

/** What follows each other closely, by the places of samples. */
function runs<Moment>(moments: readonly Moment[], placeOf: (moment: Moment) => number): Moment[][] {
  const out: Moment[][] = [];
  for (const moment of moments) {
    const last = out.at(-1)?.at(-1);
    if (last !== undefined && placeOf(moment) - placeOf(last) <= GAP) out.at(-1)!.push(moment);
    else out.push([moment]);
  }
  return out;
}

/** The stretches of a creative that show the other one's single picture, which has no time of its own. */
function showingStill(moments: Moments, durations: { readonly a: number; readonly b: number }): Segment[] {
  const isLater = moments.referenceTimes.length === 1;
  const times = isLater ? moments.queryTimes : moments.referenceTimes;
  const lengths = isLater ? moments.querySeconds : moments.referenceSeconds;
  const duration = isLater ? durations.b : durations.a;
  const shown = [...agreementWithStill(moments)].flatMap((agreement, place) =>
    agreement === 0 ? [] : [{ place, agreement }],
  );
  return runs(shown, ({ place }) => place).map((run) => {
    const [first, last] = [run[0]!.place, run.at(-1)!.place];
    const start = clip(times[first]! - lengths[first]! / 2, duration);
    const end = clip(times[last]! + lengths[last]! / 2, duration);
    const [still, shown] = [
      [0, 0],
      [start, end],
    ] as const;
    const similarity = meanAgreement(run);
    return isLater ? { a: still, b: shown, similarity } : { a: shown, b: still, similarity };
  });
}

function segment(
  { line }: MatchedLine,
  run: readonly Match[],
  { referenceTimes: times, referenceSeconds: lengths }: Moments,
  referenceSeconds: number,
  querySeconds: number,
): Segment {
  const edge = (sample: number, direction: -1 | 1) => times[sample]! + (direction * lengths[sample]!) / 2;
  const start = Math.max(0, edge(run[0]!.reference, -1));
  const end = Math.min(referenceSeconds, edge(run.at(-1)!.reference, 1));
  const onQuery = (time: number) => clip(time / line.speed + line.offsetSeconds, querySeconds);
  return {
    a: [clip(start, referenceSeconds), clip(end, referenceSeconds)],
    b: [onQuery(start), onQuery(end)],
    similarity: meanAgreement(run),
  };
}

/** A time within a creative, seconds. */
function clip(value: number, end: number): number {
  return Number(Math.min(end, Math.max(0, value)).toFixed(2));
}

function meanAgreement(run: readonly { readonly agreement: number }[]): number {
  return Number((run.reduce((sum, { agreement }) => sum + agreement, 0) / run.length).toFixed(3));
}
