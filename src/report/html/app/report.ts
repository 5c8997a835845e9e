import type { ReportedGroup, ReportedPair } from "../../scan-report.js";
import { TellingPairs } from "../../telling-pairs.js";
import type { PageCreative, PageData, PagePair, PageScan } from "../page-data.js";
import { Strip } from "./pictures/strip.js";

/** A creative that repeats the first of its group, and the pair that shows it best. */
export interface Repeat {
  readonly id: string;
  readonly pair: PagePair;
}

/** The page's data, with what has to be looked up in it. */
export class Report {
  readonly data: PageData;
  readonly #creatives: ReadonlyMap<string, PageCreative>;
  readonly #strips = new Map<string, Strip>();
  readonly #telling: TellingPairs;

  constructor(data: PageData) {
    this.data = data;
    this.#creatives = new Map(data.creatives.map((creative) => [creative.id, creative]));
    for (const [id, strip] of Object.entries(data.filmstrips)) {
      const creative = this.#creatives.get(id);
      if (creative !== undefined) this.#strips.set(id, new Strip(strip, creative.durationSeconds));
    }
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
    return this.#creatives.get(id)?.path ?? id;
  }

  /** The pictures of a creative; undefined where it has none. */
  strip(id: string): Strip | undefined {
    return this.#strips.get(id);
  }

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

  /** Pairs of the same scene, outside the groups: one between each two groups or single creatives. */
  get possible(): PagePair[] {
    return this.#telling.possible();
  }

  /** The accounts of the creatives, by name. */
  get accounts(): string[] {
    const accounts = this.data.creatives.flatMap(({ account }) => (account === undefined ? [] : [account]));
    return [...new Set(accounts)].sort();
  }
}
