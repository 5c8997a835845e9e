import type { Steps } from "../steps/steps.js";
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
  /** When it was published, milliseconds since 1970. */
  readonly moment: number;
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
 *
 * @param creatives with ids that differ
 */
export function* judgeStandings(
  creatives: Iterable<DeliveredCreative>,
  pairs: Iterable<SimilarPair>,
  rules: StandingRules,
): Steps<Standing[]> {
  const judged = new Map<string, Judged>();
  for (const creative of creatives) {
    const moment = rules.window.momentOf(creative);
    if (rules.window.exists(moment))
      judged.set(creative.id, { creative, moment, weight: 0, source: undefined, exempt: [] });
    yield;
  }
  for (const pair of pairs) {
    const [earlier, later] = [judged.get(pair.a), judged.get(pair.b)];
    if (earlier !== undefined && later !== undefined) judge(earlier, later, pair, rules);
    yield;
  }
  const standings: Standing[] = [];
  for (const each of judged.values()) {
    standings.push(standingOf(each));
    yield;
  }
  return standings;
}

/** What is known of a creative while its pairs are gone through. */
interface Judged {
  readonly creative: DeliveredCreative;
  readonly moment: number;
  weight: number;
  source: { readonly of: Judged; readonly grade: Grade; readonly similarity: number } | undefined;
  readonly exempt: ExemptMatch[];
}

function judge(
  earlier: Judged,
  later: Judged,
  { grade, similarity }: SimilarPair,
  { settings, exemptions, window }: StandingRules,
): void {
  const weight = weightOf(grade, settings);
  if (weight === 0 || !window.isNear(settings.libraryDays, earlier.moment, later.moment)) return;
  const exemption = exemptionFor(earlier.creative, later.creative, exemptions);
  if (exemption !== undefined) {
    later.exempt.push({ creative: earlier.creative, grade, similarity, exemption });
    return;
  }
  later.weight = Math.max(later.weight, weight);
  if (later.source === undefined || isBefore(earlier, later.source.of))
    later.source = { of: earlier, grade, similarity };
}

function isBefore(p: Judged, q: Judged): boolean {
  return p.moment < q.moment || (p.moment === q.moment && p.creative.id < q.creative.id);
}

function standingOf({ creative, moment, weight, source, exempt }: Judged): Standing {
  if (source === undefined) return { creative, moment, kind: "original", weight, exempt };
  const { of, grade, similarity } = source;
  const kind = standingBeside(of.creative, creative);
  return { creative, moment, kind, weight, source: { creative: of.creative, grade, similarity }, exempt };
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
