import { Report } from "../report/html/app/report.js";
import type { PageCreative, PageData, PagePair } from "../report/html/page-data.js";
import type { CheckedPageData, CreativeHits, ReviewData } from "../report/html/review-data.js";
import type { LivePictures } from "./service/live-pictures.js";

/** What the page has come to know of, by where from. */
export interface Known {
  readonly data: ReviewData;
  readonly hits: CreativeHits | undefined;
  readonly checked: CheckedPageData | undefined;
}

/** The page's data as the views of the report take them. */
export interface PageReports {
  /** The library alone: what the overview tells of. */
  readonly library: Report;
  /** Every creative and pair the page knows, in the order in which they stand on it. */
  readonly everything: Report;
}

/** Makes the reports anew from what is known. */
export function reportsOf({ data, hits, checked }: Known, pictures: LivePictures): PageReports {
  const shared = { language: "en", version: data.version, filmstrips: {} } satisfies Partial<PageData>;
  const creatives = new Map<string, PageCreative>();
  const pairs = new Map<string, PagePair>();
  for (const each of [checked, hits, data, { creatives: [], pairs: data.allowed }]) {
    for (const creative of each?.creatives ?? []) creatives.set(creative.id, creative);
    for (const pair of each?.pairs ?? []) pairs.set(keyOfPair(pair), pair);
  }
  pictures.learn([...creatives.values()]);
  const everything = { ...shared, creatives: [...creatives.values()], pairs: [...pairs.values()] };
  return {
    library: new Report(
      { ...shared, creatives: data.creatives, pairs: data.pairs, scan: data.scan },
      pictures,
    ),
    everything: new Report(everything, pictures),
  };
}

/** Tells pairs apart. */
export function keyOfPair({ a, b }: Pick<PagePair, "a" | "b">): string {
  return `${a}\n${b}`;
}
