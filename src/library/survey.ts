import { setImmediate as nextTurn } from "node:timers/promises";
import { linkSimilar, orderOf, type SimilarityGroup, similarityGroups } from "./groups.js";
import type { CreativeOutline, CreativeStore, PairOutline } from "./store.js";

/** Creatives taken in before other work gets its turn: a millisecond or two. */
const CREATIVES_A_TURN = 5_000;

/** All of a library at a moment, in outlines: what lists, counts and groups are made of. */
export interface LibrarySurvey {
  /** By id, in the order of adding. */
  readonly creatives: ReadonlyMap<string, CreativeOutline>;
  /** The pairs nobody has allowed, without the distinct; most similar first. */
  readonly pairs: readonly PairOutline[];
  /** The pairs somebody has allowed, most similar first. */
  readonly allowed: readonly PairOutline[];
  /** In the order of their first creatives. */
  readonly groups: readonly SimilarityGroup<CreativeOutline>[];
}

/** Surveys of a store: a new one is made only when something was written since the last. */
export class Surveys {
  readonly #store: CreativeStore;
  #last: { readonly revision: string; readonly survey: Promise<LibrarySurvey> } | undefined;

  constructor(store: CreativeStore) {
    this.#store = store;
  }

  /** The store as it is: everything that was written before the call is in it. */
  async current(): Promise<LibrarySurvey> {
    const revision = await this.#store.revision();
    if (this.#last?.revision === revision) return this.#last.survey;
    // One at a time: under constant writes they would only slow each other down.
    const before = this.#last?.survey.then(() => undefined).catch(() => undefined);
    const survey = Promise.resolve(before).then(() => surveyOf(this.#store));
    const made = { revision, survey };
    this.#last = made;
    survey.catch(() => {
      if (this.#last === made) this.#last = undefined;
    });
    return survey;
  }

  /** The groups of {@link current} with all that is known of their members. Throws the signal's reason. */
  async groups(signal: AbortSignal): Promise<SimilarityGroup[]> {
    const whole: SimilarityGroup[] = [];
    for (const { id, members } of (await this.current()).groups) {
      const found = await this.#store.creatives(members.map((member) => member.id));
      const creatives = members.flatMap((member) => found.get(member.id) ?? []);
      const [first] = creatives;
      if (first !== undefined) whole.push({ id, first, members: creatives });
      // A library may have thousands of groups: other work gets its turn.
      await nextTurn();
      signal.throwIfAborted();
    }
    return whole;
  }
}

async function surveyOf(store: CreativeStore): Promise<LibrarySurvey> {
  const outlines = await store.outlines();
  const creatives = new Map<string, CreativeOutline>();
  for (const [place, creative] of outlines.creatives.entries()) {
    if (place % CREATIVES_A_TURN === 0) await nextTurn();
    creatives.set(creative.id, creative);
  }
  const allowedContents = new Set((await store.allowedPairs()).map(({ a, b }) => `${a} ${b}`));
  await nextTurn();
  const [pairs, allowed]: [PairOutline[], PairOutline[]] = [[], []];
  for (const pair of outlines.pairs) {
    const [a, b] = [creatives.get(pair.a)?.fileDigest, creatives.get(pair.b)?.fileDigest];
    // What was added or removed while this was read shows in the next one.
    if (pair.grade === "distinct" || a === undefined || b === undefined) continue;
    const isAllowed = allowedContents.size > 0 && allowedContents.has(a < b ? `${a} ${b}` : `${b} ${a}`);
    (isAllowed ? allowed : pairs).push(pair);
  }
  // Each of these takes some milliseconds of a hundred thousand creatives: other work gets its turn in between.
  await nextTurn();
  const similar = linkSimilar(creatives, pairs);
  await nextTurn();
  const order = orderOf(similar.linked);
  await nextTurn();
  const groups = similarityGroups(similar, order);
  await nextTurn();
  return { creatives, pairs, allowed, groups };
}
