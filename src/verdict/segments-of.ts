import type { Evidence } from "../align/evidence.js";
import type { Moments } from "../align/moments.js";
import type { Match, MatchedLine } from "../align/segments.js";
import type { Segment } from "./verdict.js";

/** Reference samples that may be missing inside a segment. */
const GAP = 2;

/** The matched stretches of time of both sides, in order of the reference. */
export function segmentsOf(
  { moments, lines }: Evidence,
  referenceSeconds: number,
  querySeconds: number,
): Segment[] {
  return lines
    .flatMap((matched) =>
      runs(matched).map((run) => segment(matched, run, moments, referenceSeconds, querySeconds)),
    )
    .sort((p, q) => p.a[0] - q.a[0]);
}

function runs({ matches }: MatchedLine): Match[][] {
  const out: Match[][] = [];
  for (const match of matches) {
    const last = out.at(-1)?.at(-1);
    if (last !== undefined && match.reference - last.reference <= GAP) out.at(-1)!.push(match);
    else out.push([match]);
  }
  return out;
}

function segment(
  { line }: MatchedLine,
  run: readonly Match[],
  { referenceTimes: times, referenceSeconds: lengths }: Moments,
  referenceSeconds: number,
  querySeconds: number,
): Segment {
  const clip = (value: number, end: number) => Number(Math.min(end, Math.max(0, value)).toFixed(2));
  const edge = (sample: number, direction: -1 | 1) => times[sample]! + (direction * lengths[sample]!) / 2;
  const start = Math.max(0, edge(run[0]!.reference, -1));
  const end = Math.min(referenceSeconds, edge(run.at(-1)!.reference, 1));
  const onQuery = (time: number) => clip(time / line.speed + line.offsetSeconds, querySeconds);
  const similarity = run.reduce((sum, { agreement }) => sum + agreement, 0) / run.length;
  return {
    a: [clip(start, referenceSeconds), clip(end, referenceSeconds)],
    b: [onQuery(start), onQuery(end)],
    similarity: Number(similarity.toFixed(3)),
  };
}
