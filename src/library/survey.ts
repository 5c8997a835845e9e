import { setImmediate as nextTurn } from "node:timers/promises";
import { ascending, sorted } from "../steps/sorted.js";
import { finishInTurns, inTurns } from "../threads/in-turns.js";
import type { Creative } from "./creative.js";
import { type SimilarityGroup, similarityGroups } from "./groups.js";
import type { CreativeOutline, CreativeStore, PairOutline } from "./store.js";

/** Members of a group fetched at a time: reading the message takes a millisecond or two. */
const MEMBERS_A_TIME = 200;

/** All of a library at a moment, in outlines: what lists, counts and groups are made of. */
export interface LibrarySurvey {
  /** By id, earliest first. */
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
      const creatives: Creative[] = [];
      for (let from = 0; from < members.length; from += MEMBERS_A_TIME) {
        const ids = members.slice(from, from + MEMBERS_A_TIME).map((member) => member.id);
        const found = await this.#store.creatives(ids);
        creatives.push(...ids.flatMap((each) => found.get(each) ?? []));
        // A library may have thousands of groups: other work gets its turn.
        await nextTurn();
        signal.throwIfAborted();
      }
      const [first] = creatives;
      if (first !== undefined) whole.push({ id, first, members: creatives });
    }
    return whole;
  }
}

async function surveyOf(store: CreativeStore): Promise<LibrarySurvey> {
  const creatives = await creativesOf(store);
  const [pairs, allowed]: [PairOutline[], PairOutline[]] = [[], []];
  for await (const page of store.pairOutlines()) {
    for (const { a, b, similarity, grade, rules, stretch, allowed: isAllowed } of page) {
      const [earlier, later] = [creatives.get(a)?.id, creatives.get(b)?.id];
      // What was added or removed while this was read shows in the next one.
      if (grade === "distinct" || earlier === undefined || later === undefined) continue;
      // Written out, with the ids that are kept already: what a message brings takes twice the memory, and collecting garbage, which moves
      // whatever is kept, holds the loop twice as long.
      const pair = { a: earlier, b: later, similarity, grade, rules, stretch, allowed: isAllowed };
      (isAllowed ? allowed : pairs).push(pair);
    }
  }
  return { creatives, pairs, allowed, groups: await finishInTurns(similarityGroups(creatives, pairs)) };
}

async function creativesOf(store: CreativeStore): Promise<Map<string, CreativeOutline>> {
  const read: CreativeOutline[] = [];
  for await (const page of store.creativeOutlines()) for (const creative of page) read.push(creative);
  const creatives = new Map<string, CreativeOutline>();
  await inTurns(await finishInTurns(sorted(read, byPublication)), (creative) => {
    creatives.set(creative.id, creative);
  });
  return creatives;
}

function byPublication(p: CreativeOutline, q: CreativeOutline): number {
  return ascending(p.publishedAt, q.publishedAt) || ascending(p.id, q.id);
}
