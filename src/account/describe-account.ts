import { sorted } from "../steps/sorted.js";
import type { Steps } from "../steps/steps.js";
import type {
  AccountFigures,
  ExemptLikeness,
  FirstPublish,
  PoorDesign,
  SimilarCreative,
} from "./account-figures.js";
import type { AccountSettings } from "./account-settings.js";
import type { DeliveredCreative } from "./delivered.js";
import { expectedWords } from "./held-back.js";
import { levelOf, warningOf } from "./level.js";
import { isHeldBack, nextSteps } from "./next-steps.js";
import type { Standing } from "./standing.js";
import { StandingTally } from "./standing-counts.js";
import type { TimeWindow } from "./time-window.js";

/** What an account's figures follow from besides its creatives. */
export interface AccountContext {
  /** How many later creatives a creative is the earliest match of, by its id. */
  readonly repeats: ReadonlyMap<string, RepeatCounts>;
  readonly settings: AccountSettings;
  readonly window: TimeWindow;
}

/** Later creatives of the account of the one they repeat, and of others. */
export type RepeatCounts = Pick<FirstPublish, "repeatedByOwn" | "repeatedByOthers">;

/**
 * The figures of one account.
 *
 * @param standings of its creatives in the library's window
 */
export function* describeAccount(
  account: string,
  standings: readonly Standing[],
  { repeats, settings, window }: AccountContext,
): Steps<AccountFigures> {
  const isRecent = ({ moment }: Standing): boolean => window.isWithin(settings.recentDays, moment);
  const newest = yield* sorted(standings, newestFirst);
  const [recent, library] = [new StandingTally(), new StandingTally()];
  const weights: number[] = [];
  let poorlyDesigned = 0;
  for (const standing of newest) {
    library.add(standing);
    if (isRecent(standing)) {
      recent.add(standing);
      if (standing.weight > 0) weights.push(standing.weight);
      if (standing.creative.designNotes !== undefined) poorlyDesigned++;
    }
    yield;
  }
  const { similarShare } = recent;
  const heldBack = similarShare !== undefined && isHeldBack(similarShare, settings);
  const warning = similarShare === undefined ? undefined : warningOf(similarShare, settings.warningBreaks);
  const originalShare = library.similarShare === undefined ? undefined : rounded(1 - library.similarShare);

  const similar: SimilarCreative[] = [];
  const firstPublishes: FirstPublish[] = [];
  const exempt: ExemptLikeness[] = [];
  const poorDesign: PoorDesign[] = [];
  for (const standing of newest) {
    similar.push(...describeSimilar(standing, isRecent(standing), heldBack));
    firstPublishes.push(...describeFirst(standing, repeats));
    exempt.push(...describeExempt(standing));
    poorDesign.push(...describeDesign(standing, isRecent(standing)));
    yield;
  }
  return {
    account,
    recent: {
      ...recent.counts,
      ...(similarShare === undefined ? {} : { similarShare: rounded(similarShare) }),
    },
    library: { ...library.counts, ...(originalShare === undefined ? {} : { originalShare }) },
    ...(similarShare === undefined ? {} : { level: levelOf(similarShare, settings.levelBreaks) }),
    ...(warning === undefined ? {} : { warning }),
    similar,
    firstPublishes: yield* sorted(firstPublishes, (p, q) => repeatsOf(q) - repeatsOf(p)),
    exempt,
    poorDesign,
    next: nextSteps({ recent: recent.counts, weights, originalShare, poorlyDesigned, settings }),
  };
}

function newestFirst(p: Standing, q: Standing): number {
  return q.moment - p.moment || (p.creative.id < q.creative.id ? -1 : 1);
}

function describeSimilar(
  { creative, kind, weight, source }: Standing,
  recent: boolean,
  heldBack: boolean,
): SimilarCreative[] {
  if (source === undefined || kind === "original") return [];
  const { id, account } = source.creative;
  const { grade, similarity } = source;
  return [
    {
      ...idAndDate(creative),
      standing: kind,
      weight,
      repeats: { id, ...(account === undefined ? {} : { account }), grade, similarity },
      recent,
      heldBack,
      shown: expectedWords(kind, heldBack),
    },
  ];
}

function describeFirst({ creative, kind }: Standing, repeats: AccountContext["repeats"]): FirstPublish[] {
  const counts = repeats.get(creative.id);
  if (kind !== "original" || counts === undefined) return [];
  return [{ ...idAndDate(creative), ...counts }];
}

function describeDesign({ creative }: Standing, recent: boolean): PoorDesign[] {
  const { designNotes: notes } = creative;
  return notes === undefined ? [] : [{ ...idAndDate(creative), notes, recent }];
}

function describeExempt({ creative, exempt }: Standing): ExemptLikeness[] {
  return exempt.map(({ creative: earlier, exemption: { id, kind, reason, createdAt } }) => ({
    id: creative.id,
    earlier: earlier.id,
    ...(earlier.account === undefined ? {} : { earlierAccount: earlier.account }),
    exemption: { id, kind, reason, createdAt },
  }));
}

function repeatsOf({ repeatedByOwn, repeatedByOthers }: RepeatCounts): number {
  return repeatedByOwn + repeatedByOthers;
}

function idAndDate({ id, publishedAt }: DeliveredCreative): Pick<FirstPublish, "id" | "publishedAt"> {
  return { id, ...(publishedAt === undefined ? {} : { publishedAt }) };
}

/** Finer than anything measured, and free of floating-point dust. */
function rounded(share: number): number {
  return Number(share.toFixed(4));
}
