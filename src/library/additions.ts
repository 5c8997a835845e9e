import { SamecutError } from "../errors.js";
import type { Description } from "../matching/description.js";
import { scopeOfRange } from "./comparison-range.js";
import {
  type Creative,
  type CreativeDetails,
  describeCreative,
  publishedAt,
  type StoredPair,
} from "./creative.js";
import type { CreativeMatch } from "./creative-match.js";
import type { AddResult, AdmissionRule, CheckAndAddResult, RefusingGrade } from "./library-calls.js";
import type { MatchedCreatives, Matcher } from "./matcher.js";
import { isInScope } from "./scope.js";
import type { CreativeStore, StoreScope } from "./store.js";

/** Grades from most to least alike. */
const FROM_MOST_ALIKE: readonly RefusingGrade[] = ["identical", "duplicate", "similar", "possible"];

/** Puts creatives into a store with the pairs they are in. Calls must not overlap: each has to see what the one before has put. */
export class Additions {
  readonly #store: CreativeStore;
  readonly #matcher: Matcher;

  constructor(store: CreativeStore, matcher: Matcher) {
    this.#store = store;
    this.#matcher = matcher;
  }

  /** See `Library.add`. Rejects with CREATIVE_EXISTS. */
  async add(
    description: Description,
    details: CreativeDetails,
    signal: AbortSignal,
    addedAt = new Date(),
  ): Promise<AddResult> {
    const { creative, present } = await this.#describe(description, details, addedAt);
    const { told, compared } = await this.#matcher.match(creative, description, {
      signal,
      exceptId: creative.id,
    });
    if (!present) await this.#put(creative, description, compared);
    return { creative, added: !present, ...told };
  }

  /** See `Library.checkAndAdd`. Rejects with COMPARISON_INCOMPLETE, CREATIVE_EXISTS and SETTING_INVALID. */
  async addUnlessRefused(
    description: Description,
    details: CreativeDetails,
    rule: AdmissionRule,
    signal: AbortSignal,
  ): Promise<CheckAndAddResult> {
    const refuses = refusal(rule.refuseFrom ?? "similar");
    const { creative, present } = await this.#describe(description, details, new Date());
    const scope = scopeOfRange(rule, creative, new Date(publishedAt(creative)));
    const found = await this.#matcher.match(creative, description, {
      signal,
      exceptId: creative.id,
      include: scope,
    });
    const told = withinScope(found.told, scope);
    const refusedFor = present ? [] : told.matches.filter(refuses);
    if (present || refusedFor.length > 0)
      return { creative, outcome: present ? "present" : "refused", refusedFor, ...told };
    // It may be a copy of them, and nobody can tell: letting it in would break the promise that of two copies one is refused.
    const unreadable = found.unreadableNear.filter((other) => isInScope(other, scope));
    if (unreadable.length > 0)
      throw new SamecutError("COMPARISON_INCOMPLETE", { detail: unreadable.map(({ id }) => id).join(", ") });
    await this.#put(creative, description, found.compared);
    return { creative, outcome: "added", refusedFor, ...told };
  }

  async #describe(
    description: Description,
    details: CreativeDetails,
    addedAt: Date,
  ): Promise<{ readonly creative: Creative; readonly present: boolean }> {
    const creative = describeCreative(description.facts, details, addedAt);
    const stored = (await this.#store.creatives([creative.id])).get(creative.id);
    if (stored !== undefined && stored.fileDigest !== creative.fileDigest)
      throw new SamecutError("CREATIVE_EXISTS", { detail: creative.id });
    return { creative: stored ?? creative, present: stored !== undefined };
  }

  async #put(
    creative: Creative,
    description: Description,
    compared: readonly CreativeMatch[],
  ): Promise<void> {
    const pairs = compared.map(
      ({ creative: other, verdict, earlier }): StoredPair =>
        earlier ? { a: other.id, b: creative.id, verdict } : { a: creative.id, b: other.id, verdict },
    );
    const { encoded, evidence } = description;
    await this.#store.put([{ creative, fingerprint: encoded, evidence }], pairs);
  }
}

function withinScope(found: MatchedCreatives, scope: StoreScope): MatchedCreatives {
  const isWithin = ({ creative }: CreativeMatch): boolean => isInScope(creative, scope);
  return { ...found, matches: found.matches.filter(isWithin), allowed: found.allowed.filter(isWithin) };
}

function refusal(from: RefusingGrade | number): (match: CreativeMatch) => boolean {
  if (typeof from === "number") {
    if (!(from >= 0 && from <= 1)) throw invalidRefusal(from);
    return ({ verdict }) => verdict.grade === "identical" || verdict.similarity >= from;
  }
  const least = FROM_MOST_ALIKE.indexOf(from);
  if (least < 0) throw invalidRefusal(from);
  return ({ verdict: { grade } }) => grade !== "distinct" && FROM_MOST_ALIKE.indexOf(grade) <= least;
}

function invalidRefusal(received: unknown): SamecutError {
  return new SamecutError("SETTING_INVALID", {
    detail: `expected ${FROM_MOST_ALIKE.join(", ")} or a similarity from 0 to 1 for refuseFrom but received ${received}`,
  });
}
