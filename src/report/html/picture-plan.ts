import type { FilmstripPlan } from "../../picture/filmstrip.js";
import type { PairVerdict } from "../../verdict/verdict.js";
import type { ReadCreative, ScanReport } from "../scan-report.js";
import { listPairs } from "./listed-pairs.js";
import { bestMoment, isSameMoment, stripTimes } from "./moments.js";

/**
 * What a creative's pictures may be, by how many creatives are pictured. Together they stay under 3 MB, 4 MB as text, and so the
 * report under 5 MB: five hundred pairs have a thousand creatives at most.
 */
const BUDGETS: readonly {
  readonly creatives: number;
  readonly maxBytes: number;
  readonly longSide: number;
}[] = [
  { creatives: 12, maxBytes: 240_000, longSide: 480 },
  { creatives: 60, maxBytes: 48_000, longSide: 256 },
  { creatives: 120, maxBytes: 24_000, longSide: 192 },
  { creatives: 240, maxBytes: 12_000, longSide: 144 },
  { creatives: 480, maxBytes: 6_000, longSide: 96 },
  { creatives: Number.POSITIVE_INFINITY, maxBytes: 3_000, longSide: 72 },
];

/** What the pictures of a creative in a list may be, where each is asked for by itself. */
const ROW_BUDGET = { maxBytes: 24_000, longSide: 192 };

/** Pictures of one creative besides its row, for pairs that share moments the row does not show. */
const MAX_EXTRA_PICTURES = 4;

/** A pair as far as its pictures go. */
type PicturedPair = PairVerdict & { readonly a: string; readonly b: string };

/** Which pictures an HTML report of a scan wants, by creative. */
export function planFilmstrips(report: ScanReport): Map<string, FilmstripPlan> {
  const creatives = new Map(
    report.creatives.flatMap((creative) =>
      creative.status === "ok" ? [[creative.id, creative] as const] : [],
    ),
  );
  return planPictures(listPairs(report).pictured, creatives);
}

/** The row of a creative that is asked for by itself: for a list, or to be looked at closely. */
export function planRow(durationSeconds: number, place: "list" | "closely"): FilmstripPlan {
  const { maxBytes, longSide } = place === "list" ? ROW_BUDGET : BUDGETS[0]!;
  return { timesSeconds: stripTimes(durationSeconds), maxBytes, longSide };
}

/** Which pictures the creatives of some pairs want: the row of each, and each pair's best moment on both sides. */
export function planPictures(
  pairs: readonly PicturedPair[],
  creatives: ReadonlyMap<string, Pick<ReadCreative, "durationSeconds">>,
): Map<string, FilmstripPlan> {
  const times = new Map<string, { readonly row: readonly number[]; readonly extra: number[] }>();
  for (const pair of pairs) {
    for (const id of [pair.a, pair.b]) {
      const creative = creatives.get(id);
      if (creative !== undefined && !times.has(id))
        times.set(id, { row: stripTimes(creative.durationSeconds), extra: [] });
    }
    const moment = bestMoment(pair, creatives.get(pair.a)?.durationSeconds ?? 0);
    if (moment === undefined) continue;
    want(times.get(pair.a), moment.a);
    want(times.get(pair.b), moment.b);
  }
  const { maxBytes, longSide } = BUDGETS.find(({ creatives: most }) => times.size <= most)!;
  return new Map(
    [...times].map(([id, { row, extra }]) => [
      id,
      { timesSeconds: [...row, ...extra].sort((p, q) => p - q), maxBytes, longSide },
    ]),
  );
}

function want(
  wanted: { readonly row: readonly number[]; readonly extra: number[] } | undefined,
  time: number,
): void {
  if (wanted === undefined || wanted.extra.length === MAX_EXTRA_PICTURES) return;
  if ([...wanted.row, ...wanted.extra].some((each) => isSameMoment(each, time))) return;
  wanted.extra.push(Math.round(time * 100) / 100);
}
