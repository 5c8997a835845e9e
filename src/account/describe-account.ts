import type { AccountFigures, FirstPublish, PoorDesign, SimilarCreative } from "./account-figures.js";
import type { AccountSettings } from "./account-settings.js";
import type { DeliveredCreative } from "./delivered.js";
import { expectedWords } from "./held-back.js";
import { levelOf, warningOf } from "./level.js";
import { isHeldBack, nextSteps } from "./next-steps.js";
import type { Standing } from "./standing.js";
import { countStandings } from "./standing-counts.js";
import type { TimeWindow } from "./time-window.js";

/** What an account's figures follow from besides its creatives. */
export interface AccountContext {
  /** The later creatives of which a creative is the earliest match, by its id. */
  readonly followers: ReadonlyMap<string, readonly Standing[]>;
  readonly settings: AccountSettings;
  readonly window: TimeWindow;
}

/**
 * The figures of one account.
 *
 * @param standings of its creatives in the library's window
 */
export function describeAccount(
  account: string,
  standings: readonly Standing[],
  { followers, settings, window }: AccountContext,
): AccountFigures {
  const newest = standings.toSorted(
    (p, q) => window.publishedAt(q.creative) - window.publishedAt(p.creative) || byId(p.creative, q.creative),
  );
  const recent = newest.filter(({ creative }) => window.isWithin(settings.recentDays, creative));
  const similarShare = similarShareOf(recent);
  const similarShareOfAll = similarShareOf(newest);
  const heldBack = similarShare !== undefined && isHeldBack(similarShare, settings);
  const warning = similarShare === undefined ? undefined : warningOf(similarShare, settings.warningBreaks);
  return {
    account,
    recent: {
      ...countStandings(recent),
      ...(similarShare === undefined ? {} : { similarShare: rounded(similarShare) }),
    },
    library: {
      ...countStandings(newest),
      ...(similarShareOfAll === undefined ? {} : { originalShare: rounded(1 - similarShareOfAll) }),
    },
    ...(similarShare === undefined ? {} : { level: levelOf(similarShare, settings.levelBreaks) }),
    ...(warning === undefined ? {} : { warning }),
    similar: newest.flatMap((standing) => describeSimilar(standing, recent.includes(standing), heldBack)),
    firstPublishes: newest
      .flatMap((standing) => describeFirst(standing, followers))
      .sort((p, q) => followersIn(q) - followersIn(p)),
    exempt: newest.flatMap(describeExempt),
    poorDesign: newest.flatMap((standing) => describeDesign(standing, recent.includes(standing))),
    next: nextSteps({
      poorlyDesigned: recent.filter(({ creative: { designNotes } }) => designNotes !== undefined).length,
      recent: countStandings(recent),
      weights: recent.map(({ weight }) => weight).filter((weight) => weight > 0),
      originalShare: similarShareOfAll === undefined ? undefined : rounded(1 - similarShareOfAll),
      settings,
    }),
  };
}

/** (1 − N/M) with M creatives and N of them original, a similar one taking its weight from N; undefined for none. */
function similarShareOf(standings: readonly Standing[]): number | undefined {
  if (standings.length === 0) return undefined;
  return standings.reduce((sum, { weight }) => sum + weight, 0) / standings.length;
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

function describeFirst({ creative, kind }: Standing, followers: AccountContext["followers"]): FirstPublish[] {
  const later = followers.get(creative.id) ?? [];
  if (kind !== "original" || later.length === 0) return [];
  const own = later.filter((each) => each.creative.account === creative.account).length;
  return [{ ...idAndDate(creative), repeatedByOwn: own, repeatedByOthers: later.length - own }];
}

function describeDesign({ creative }: Standing, recent: boolean): PoorDesign[] {
  const { designNotes: notes } = creative;
  return notes === undefined ? [] : [{ ...idAndDate(creative), notes, recent }];
}

function describeExempt({ creative, exempt }: Standing): AccountFigures["exempt"] {
  return exempt.map(({ creative: earlier, exemption: { id, kind, reason, createdAt } }) => ({
    id: creative.id,
    earlier: earlier.id,
    ...(earlier.account === undefined ? {} : { earlierAccount: earlier.account }),
    exemption: { id, kind, reason, createdAt },
  }));
}

function followersIn({ repeatedByOwn, repeatedByOthers }: FirstPublish): number {
  return repeatedByOwn + repeatedByOthers;
}

function idAndDate({ id, publishedAt }: DeliveredCreative): Pick<FirstPublish, "id" | "publishedAt"> {
  return { id, ...(publishedAt === undefined ? {} : { publishedAt }) };
}

function byId(p: DeliveredCreative, q: DeliveredCreative): number {
  return p.id < q.id ? -1 : 1;
}

/** Finer than anything measured, and free of floating-point dust. */
function rounded(share: number): number {
  return Number(share.toFixed(4));
}
