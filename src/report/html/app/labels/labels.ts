import type { Grade } from "../../../../verdict/verdict.js";
import type { OverviewFigures } from "../../overview-figures.js";
import type { PairOrder } from "../../pair-filter.js";
import type { OverlayMode } from "../pair/overlay-mode.js";

/** What only the page of HTML reports says; rules, grades and advice are in `report/texts`. */
export interface Labels {
  readonly title: string;
  readonly pairTitle: string;
  readonly skip: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly auto: string; readonly light: string; readonly dark: string };

  /** What stands beside a number, by that number. */
  readonly counts: Readonly<Record<keyof OverviewFigures, (count: number) => string>>;
  /** Beside the originals. */
  ofAll(percent: string): string;
  /** Beside the first publishes. */
  readonly firstPublishesAre: string;
  readonly histogram: string;
  readonly histogramAxis: string;
  /** What the histogram shows, for who cannot see it; parts such as "12 duplicate". */
  histogramSummary(parts: string): string;
  /** The line at the least similarity of a similar pair. */
  threshold(percent: string): string;

  readonly view: string;
  readonly views: { readonly groups: string; readonly pairs: string };
  readonly filter: {
    readonly heading: string;
    readonly search: string;
    readonly rule: string;
    readonly anyRule: string;
    readonly grade: string;
    readonly anyGrade: string;
    readonly similarity: string;
    readonly account: string;
    readonly anyAccount: string;
    readonly order: string;
    readonly reset: string;
  };
  readonly orders: Readonly<Record<PairOrder, string>>;
  atLeast(percent: string): string;
  pairsShown(shown: number, all: number): string;
  groupsShown(shown: number, all: number): string;
  more(count: number): string;
  leftOut(count: number): string;
  readonly nothingLeft: string;

  readonly back: string;
  readonly previous: string;
  readonly next: string;
  readonly keys: string;
  readonly copy: string;
  readonly copied: string;
  readonly noSuchPair: string;
  readonly sides: {
    readonly a: string;
    readonly b: string;
    /** The later side where it is not similar. */
    readonly unlike: string;
  };
  /** Between the names of a pair: b … a. */
  readonly relations: Readonly<Record<Grade, string>>;
  readonly ofAccount: (account: string) => string;
  readonly sameAccount: string;
  readonly otherAccount: string;

  readonly timeline: {
    readonly heading: string;
    readonly caption: string;
    readonly matched: string;
    readonly different: string;
    readonly noPictures: string;
  };
  showMoment(time: string): string;
  readonly moment: {
    readonly heading: string;
    readonly earlier: string;
    readonly later: string;
    readonly overlay: string;
    readonly overlayCaption: string;
    readonly mode: string;
    readonly modes: Readonly<Record<OverlayMode, string>>;
    readonly split: string;
    readonly toggle: string;
    readonly changed: string;
    at(a: string, b: string): string;
  };
  readonly coverage: string;
  readonly changes: string;
  readonly nothingChanged: string;
  confidence(percent: string): string;
  readonly advice: string;
  foot(version: string): string;
}
