import { creativeName } from "../../creative-name.js";
import type { ReportedGroup, ReportedPair } from "../../scan-report.js";
import { TellingPairs } from "../../telling-pairs.js";
import type { PageCreative, PageData, PagePair, PageScan } from "../page-data.js";
import type { NamedCreative } from "../pair-filter.js";
import { InlinedPictures, type Pictures } from "./pictures/pictures.js";

/** A creative that repeats the first of its group, and the pair that shows it best. */
export interface Repeat {
  readonly id: string;
  readonly pair: PagePair;
}

/** The page's data, with what has to be looked up in it. */
export class Report {
  readonly data: PageData;
  readonly pictures: Pictures;
  readonly #creatives: ReadonlyMap<string, PageCreative>;
  readonly #telling: TellingPairs;

  /** @param pictures default: those in the data */
  constructor(data: PageData, pictures?: Pictures) {
    this.data = data;
    this.#creatives = new Map(data.creatives.map((creative) => [creative.id, creative]));
    this.pictures = pictures ?? new InlinedPictures(data.filmstrips, this.#creatives);
    this.#telling = new TellingPairs({
      // A scan lists no distinct pairs; where two creatives are compared there are no groups to tell of.
      pairs: data.pairs as readonly ReportedPair[],
      groups: data.scan?.groups ?? [],
    });
  }

  /** Undefined where the page shows one compared pair. */
  get scan(): PageScan | undefined {
    return this.data.scan;
  }

  /** Most similar first. */
  get pairs(): readonly PagePair[] {
    return this.data.pairs;
  }

  /** A creative by id. */
  creative(id: string): PageCreative | undefined {
    return this.#creatives.get(id);
  }

  /** What a creative is called. */
  nameOf(id: string): string {
    const creative = this.#creatives.get(id);
    return creative === undefined ? id : creativeName(creative);
  }

  /** What filters ask of a creative. */
  readonly named = (id: string): NamedCreative => ({
    name: this.nameOf(id),
    account: this.#creatives.get(id)?.account,
  });

  /** The pair of two creatives, in either order. */
  pair(one: string, other: string): PagePair | undefined {
    return this.pairs.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
  }

  /** The repeats of a group; those whose pair the page does not have are left out. */
  repeatsIn(group: ReportedGroup): Repeat[] {
    return group.members.flatMap((id) => {
      const pair = id === group.first ? undefined : this.#telling.of(id, group);
      return pair === undefined ? [] : [{ id, pair }];
    });
  }

  /** Pairs that explain the repeats, group by group. */
  telling(): PagePair[] {
    return (this.scan?.groups ?? []).flatMap((group) => this.repeatsIn(group).map(({ pair }) => pair));
  }

  /** Pairs of the same scene, outside the groups: one between each two groups or single creatives. */
  possible(): PagePair[] {
    return this.#telling.possible();
  }

  /** The accounts of the creatives, by name. */
  get accounts(): string[] {
    const accounts = this.data.creatives.flatMap(({ account }) => (account === undefined ? [] : [account]));
    return [...new Set(accounts)].sort();
  }
}
