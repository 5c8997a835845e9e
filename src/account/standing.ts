import type { Grade } from "../verdict/verdict.js";
import type { AccountSettings } from "./account-settings.js";
import type { DeliveredCreative, SimilarPair } from "./delivered.js";
import { type Exemption, exemptionFor } from "./exemption.js";
import type { TimeWindow } from "./time-window.js";

/**
 * What a creative is beside the earlier ones: nothing like it (`original`), the first like it is of its own account (`own-duplicate`,
 * 重复素材) or of another one (`carried-over`, 搬运), or of an account that is not known (`repeat`).
 */
export type StandingKind = "original" | "own-duplicate" | "carried-over" | "repeat";

/** An earlier creative that another one is like. */
export interface EarlierMatch {
  readonly creative: DeliveredCreative;
  readonly grade: Grade;
  /** 0 to 1. */
  readonly similarity: number;
}

/** A match that does not count, and why. */
export interface ExemptMatch extends EarlierMatch {
  readonly exemption: Exemption;
}

/** Where a creative stands beside the earlier ones. */
export interface Standing {
  readonly creative: DeliveredCreative;
  readonly kind: StandingKind;
  /** What it counts for among the similar ones, 0 (original) to 1. */
  readonly weight: number;
  /** The earliest creative it is like; undefined for an original. */
  readonly source?: EarlierMatch;
  readonly exempt: readonly ExemptMatch[];
}

/** By what creatives are judged. */
export interface StandingRules {
  readonly settings: AccountSettings;
  readonly exemptions: readonly Exemption[];
  readonly window: TimeWindow;
}

/**
 * The standing of every creative that exists in the window's eyes, in the order given. Only direct likeness counts: a creative between two
 * others makes neither of them a repeat of the other. Pairs with unknown creatives are passed over.
 */
export function judgeStandings(
  creatives: readonly DeliveredCreative[],
  pairs: readonly SimilarPair[],
  rules: StandingRules,
): Standing[] {
  const present = creatives.filter((creative) => rules.window.exists(creative));
  const byId = new Map(present.map((creative) => [creative.id, creative]));
  const matches = new Map<string, EarlierMatch[]>();
  for (const { a, b, grade, similarity } of pairs) {
    const [earlier, later] = [byId.get(a), byId.get(b)];
    if (earlier === undefined || later === undefined || weightOf(grade, rules.settings) === 0) continue;
    if (!rules.window.isNear(rules.settings.libraryDays, earlier, later)) continue;
    const match = { creative: earlier, grade, similarity };
    const known = matches.get(b);
    if (known === undefined) matches.set(b, [match]);
    else known.push(match);
  }
  return present.map((creative) => judge(creative, matches.get(creative.id) ?? [], rules));
}

function judge(
  creative: DeliveredCreative,
  matches: readonly EarlierMatch[],
  { settings, exemptions, window }: StandingRules,
): Standing {
  const counting: EarlierMatch[] = [];
  const exempt: ExemptMatch[] = [];
  for (const match of matches) {
    const exemption = exemptionFor(match.creative, creative, exemptions);
    if (exemption === undefined) counting.push(match);
    else exempt.push({ ...match, exemption });
  }
  const source = counting.toSorted(
    (p, q) =>
      window.publishedAt(p.creative) - window.publishedAt(q.creative) ||
      (p.creative.id < q.creative.id ? -1 : 1),
  )[0];
  if (source === undefined) return { creative, kind: "original", weight: 0, exempt };
  const weight = Math.max(...counting.map(({ grade }) => weightOf(grade, settings)));
  return { creative, kind: standingBeside(source.creative, creative), weight, source, exempt };
}

/** What a creative is that is like an earlier one and like none before that. */
export function standingBeside(
  source: Pick<DeliveredCreative, "account">,
  { account }: Pick<DeliveredCreative, "account">,
): Exclude<StandingKind, "original"> {
  if (source.account === undefined || account === undefined) return "repeat";
  return source.account === account ? "own-duplicate" : "carried-over";
}

function weightOf(grade: Grade, { weights }: AccountSettings): number {
  return grade === "distinct" ? 0 : weights[grade];
}
