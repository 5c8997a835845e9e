import type { AccountFigures } from "./account-figures.js";
import { type AccountSettings, DEFAULT_ACCOUNT_SETTINGS } from "./account-settings.js";
import type { DeliveredCreative, SimilarPair } from "./delivered.js";
import { describeAccount } from "./describe-account.js";
import type { Exemption } from "./exemption.js";
import { judgeStandings, type Standing } from "./standing.js";
import { TimeWindow } from "./time-window.js";

/** What an account view is told with. */
export interface AccountViewOptions {
  /** The moment it is told for; default: when the latest of the counted creatives was published. */
  readonly asOf?: Date;
  readonly settings?: AccountSettings;
  readonly exemptions?: readonly Exemption[];
  /** Which accounts are told; default: all. Of a large library, telling all takes longer than judging its creatives. */
  readonly only?: (account: string) => boolean;
}

/** The accounts of a collection of creatives, seen from one moment. */
export interface AccountView {
  /** ISO 8601 in UTC; absent where no creative has a date: all count as new. */
  readonly asOf?: string;
  readonly settings: AccountSettings;
  /** The most similar new creatives first, then by name. */
  readonly accounts: readonly AccountFigures[];
  /** Creatives in the library's window that belong to no account as far as is known. */
  readonly withoutAccount: number;
}

/**
 * Tells every account's share, level, repeats and first publishes. What was published after the moment is passed over.
 *
 * @param creatives with ids that differ
 * @param pairs those that are allowed left out
 */
export function viewAccounts(
  creatives: readonly DeliveredCreative[],
  pairs: readonly SimilarPair[],
  options: AccountViewOptions = {},
): AccountView {
  const { settings = DEFAULT_ACCOUNT_SETTINGS, exemptions = [], only = () => true } = options;
  const asOf = options.asOf ?? latestOf(creatives);
  const window = new TimeWindow(asOf ?? new Date(0));
  const standings = judgeStandings(creatives, pairs, { settings, exemptions, window });
  const counted = standings.filter(
    ({ creative }) => creative.counted !== false && window.isWithin(settings.libraryDays, creative),
  );
  const followers = gather(standings, ({ source }) => source?.creative.id);
  const owners = gather(counted, ({ creative: { account } }) => account);
  const accounts = [...owners]
    .filter(([account]) => only(account))
    .map(([account, own]) => describeAccount(account, own, { followers, settings, window }))
    .sort(mostSimilarFirst);
  const withoutAccount = counted.filter(({ creative: { account } }) => account === undefined).length;
  return {
    ...(asOf === undefined ? {} : { asOf: asOf.toISOString() }),
    settings,
    accounts,
    withoutAccount,
  };
}

function latestOf(creatives: readonly DeliveredCreative[]): Date | undefined {
  const moments = creatives.flatMap(({ counted, publishedAt }) =>
    counted === false || publishedAt === undefined ? [] : [publishedAt],
  );
  // ISO 8601 in UTC sorts as text.
  const latest = moments.sort().at(-1);
  return latest === undefined ? undefined : new Date(latest);
}

/** Standings by key, in the order given; those without a key are left out. */
function gather(
  standings: readonly Standing[],
  keyOf: (standing: Standing) => string | undefined,
): Map<string, Standing[]> {
  const gathered = new Map<string, Standing[]>();
  for (const standing of standings) {
    const key = keyOf(standing);
    if (key === undefined) continue;
    const others = gathered.get(key);
    if (others === undefined) gathered.set(key, [standing]);
    else others.push(standing);
  }
  return gathered;
}

function mostSimilarFirst(p: AccountFigures, q: AccountFigures): number {
  return (q.recent.similarShare ?? -1) - (p.recent.similarShare ?? -1) || (p.account < q.account ? -1 : 1);
}
