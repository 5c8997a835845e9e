import {
  type LibrarySurvey,
  type NamedCreative,
  neighboursOf,
  type PairAddress,
  type PairListing,
  type PairNeighbours,
  type PairOutline,
  pairWalk,
  type ReportedGroup,
  TellingPairs,
} from "../../index.js";
import type { Caller } from "../access/caller.js";
import { OthersNames } from "./others-names.js";

/** A group as a caller may see it; creatives by their ids. */
export interface VisibleGroup extends ReportedGroup {
  /** From 1, in the order of first creatives. */
  readonly number: number;
  /** When the first creative counts as published, ISO 8601 in UTC. */
  readonly firstPublishedAt: string;
}

/**
 * A library as a caller may see it: the pairs and groups that have a creative of theirs. In here creatives go by their ids, whoseever
 * they are; `names` says what the caller may be told.
 */
export class VisibleLibrary {
  readonly names: OthersNames;
  /** Creatives of the caller's. */
  readonly size: number;
  /** Most similar first. */
  readonly pairs: readonly PairOutline[];
  /** Pairs that are marked as no match, most similar first. */
  readonly allowed: readonly PairOutline[];
  readonly groups: readonly VisibleGroup[];
  /** The caller's accounts that have creatives, by name. */
  readonly accounts: readonly string[];
  readonly #survey: LibrarySurvey;
  readonly #groups: ReadonlyMap<string, VisibleGroup>;
  readonly #telling: TellingPairs<PairOutline>;
  #ids: Map<string, string> | undefined;
  #walk: { readonly key: string; readonly pairs: readonly PairOutline[] } | undefined;

  /** @param key see `namingKeyOf` */
  constructor(survey: LibrarySurvey, caller: Caller, key: Buffer) {
    this.#survey = survey;
    this.names = new OthersNames(survey.creatives.values(), caller, key);
    const isTold = ({ a, b }: PairOutline) => this.names.isOwn(a) || this.names.isOwn(b);
    this.pairs = caller.accounts === "all" ? survey.pairs : survey.pairs.filter(isTold);
    this.allowed = survey.allowed.filter(isTold);
    this.groups = survey.groups
      .filter(({ members }) => members.some(({ id }) => this.names.isOwn(id)))
      .map(({ first, members }, place) => ({
        id: `group-${place + 1}`,
        number: place + 1,
        first: first.id,
        firstPublishedAt: first.publishedAt,
        members: members.map(({ id }) => id),
      }));
    this.#groups = new Map(this.groups.flatMap((group) => group.members.map((id) => [id, group] as const)));
    this.#telling = new TellingPairs(this);
    const accounts = new Set<string>();
    let size = 0;
    for (const { id, account } of survey.creatives.values()) {
      if (!this.names.isOwn(id)) continue;
      size++;
      if (account !== undefined) accounts.add(account);
    }
    this.size = size;
    this.accounts = [...accounts].sort();
  }

  /** The caller's creatives that are the first ones of their groups. */
  get firstPublishes(): number {
    return this.groups.filter(({ first }) => this.names.isOwn(first)).length;
  }

  /** The caller's creatives that repeat the first one of their group. */
  get repeats(): number {
    const isOwn = (id: string): boolean => this.names.isOwn(id);
    const grouped = this.groups.reduce((sum, { members }) => sum + members.filter(isOwn).length, 0);
    return grouped - this.firstPublishes;
  }

  /** The group a creative is in. */
  groupOf(id: string): VisibleGroup | undefined {
    return this.#groups.get(id);
  }

  /** The repeats of a group, earliest first, each with the pair that tells it best; those without a pair to be told are left out. */
  repeatsIn(group: VisibleGroup): { readonly id: string; readonly pair: PairOutline }[] {
    return group.members.flatMap((id) => {
      const pair = id === group.first ? undefined : this.#telling.of(id, group);
      return pair === undefined ? [] : [{ id, pair }];
    });
  }

  /** Pairs that explain the repeats, group by group. */
  *telling(): Generator<PairOutline, void, undefined> {
    for (const group of this.groups) for (const { pair } of this.repeatsIn(group)) yield pair;
  }

  /** Pairs of the same scene, outside the groups: one between each two groups or single creatives. */
  possible(): PairOutline[] {
    return this.#telling.possible();
  }

  /** The pair of two creatives by what the caller knows them as, in either order. */
  pairOf(one: string, other: string): PairOutline | undefined {
    const sides = [this.idOf(one), this.idOf(other)];
    return [...this.pairs, ...this.allowed].find(({ a, b }) => sides.includes(a) && sides.includes(b));
  }

  /** What stands before and after a pair in a listing, or where that leaves it out among all pairs, as the caller knows it. */
  neighboursOf(pair: PairOutline, listing: PairListing): PairNeighbours<PairAddress> {
    const { previous, next } = neighboursOf(pair, this.#walkOf(listing), this.pairs);
    const told = ({ a, b }: PairOutline): PairAddress => ({ a: this.names.of(a), b: this.names.of(b) });
    return { ...(previous && { previous: told(previous) }), ...(next && { next: told(next) }) };
  }

  /** Kept until another listing is asked for: whoever goes from pair to pair stays in one. */
  #walkOf(listing: PairListing): readonly PairOutline[] {
    const key = JSON.stringify(listing);
    if (this.#walk?.key !== key) this.#walk = { key, pairs: pairWalk(this, listing, this.creative) };
    return this.#walk.pairs;
  }

  /** What may be looked for of a creative: of another's only what it is called. */
  readonly creative = (id: string): NamedCreative => {
    const outline = this.names.isOwn(id) ? this.#survey.creatives.get(id) : undefined;
    if (outline === undefined) return { name: this.names.of(id) };
    return { name: outline.path ?? id, account: outline.account };
  };

  /** The ids of the caller's creatives that have a text in their id, account or file, earliest first. */
  *search(text: string): Generator<string, void, undefined> {
    const wanted = text.toLowerCase();
    for (const { id, account = "", path = "" } of this.#survey.creatives.values()) {
      if (!this.names.isOwn(id)) continue;
      if ([id, account, path].some((each) => each.toLowerCase().includes(wanted))) yield id;
    }
  }

  /** The id of a creative by what the caller knows it as, its id or the name of another's; undefined for what is not to be seen. */
  idOf(name: string): string | undefined {
    if (this.#survey.creatives.has(name) && this.names.isOwn(name)) return name;
    this.#ids ??= new Map(
      [...this.pairs, ...this.allowed].flatMap(({ a, b }) => [a, b].map((id) => [this.names.of(id), id])),
    );
    return this.#ids.get(name);
  }
}

/** Libraries as callers see them, each worked out once while nothing is written. */
export class VisibleLibraries {
  readonly #key: Buffer;
  /** By the caller's name: between threads, a caller is another object with every question. */
  readonly #known = new WeakMap<LibrarySurvey, Map<string, VisibleLibrary>>();

  /** @param key see `namingKeyOf` */
  constructor(key: Buffer) {
    this.#key = key;
  }

  /** What a caller sees of what was surveyed. */
  of(survey: LibrarySurvey, caller: Caller): VisibleLibrary {
    const ofSurvey = this.#known.get(survey) ?? new Map<string, VisibleLibrary>();
    this.#known.set(survey, ofSurvey);
    const visible = ofSurvey.get(caller.name) ?? new VisibleLibrary(survey, caller, this.#key);
    ofSurvey.set(caller.name, visible);
    return visible;
  }
}
