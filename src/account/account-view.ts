import { sorted } from "../steps/sorted.js";
import type { Steps } from "../steps/steps.js";
import type { AccountFigures } from "./account-figures.js";
import { type AccountSettings, DEFAULT_ACCOUNT_SETTINGS } from "./account-settings.js";
import type { DeliveredCreative, SimilarPair } from "./delivered.js";
import { describeAccount, type RepeatCounts } from "./describe-account.js";
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
export function* tellAccounts(
  creatives: readonly DeliveredCreative[],
  pairs: Iterable<SimilarPair>,
  options: AccountViewOptions = {},
): Steps<AccountView> {
  const { settings = DEFAULT_ACCOUNT_SETTINGS, exemptions = [], only = () => true } = options;
  const asOf = options.asOf ?? (yield* latestOf(creatives));
  const window = new TimeWindow(asOf ?? new Date(0));
  const standings = yield* judgeStandings(creatives, pairs, { settings, exemptions, window });
  const repeats = new Map<string, RepeatCounts>();
  const owners = new Map<string, Standing[]>();
  let withoutAccount = 0;
  for (const standing of standings) {
    noteRepeat(repeats, standing);
    const { account, counted } = standing.creative;
    if (counted !== false && window.isWithin(settings.libraryDays, standing.moment)) {
      const own = account === undefined ? undefined : owners.get(account);
      if (account === undefined) withoutAccount++;
      else if (own !== undefined) own.push(standing);
      else if (only(account)) owners.set(account, [standing]);
    }
    yield;
  }
  const accounts: AccountFigures[] = [];
  for (const [account, own] of owners)
    accounts.push(yield* describeAccount(account, own, { repeats, settings, window }));
  return {
    ...(asOf === undefined ? {} : { asOf: asOf.toISOString() }),
    settings,
    accounts: yield* sorted(accounts, mostSimilarFirst),
    withoutAccount,
  };
}

function* latestOf(creatives: readonly DeliveredCreative[]): Steps<Date | undefined> {
  let latest: string | undefined;
  for (const { counted, publishedAt } of creatives) {
    // ISO 8601 in UTC sorts as text.
    if (counted !== false && publishedAt !== undefined && (latest === undefined || publishedAt > latest))
      latest = publishedAt;
    yield;
  }
  return latest === undefined ? undefined : new Date(latest);
}

/** Counts a creative for the one it repeats. */
function noteRepeat(repeats: Map<string, RepeatCounts>, { creative, source }: Standing): void {
  if (source === undefined) return;
  const { id, account } = source.creative;
  const { repeatedByOwn, repeatedByOthers } = repeats.get(id) ?? { repeatedByOwn: 0, repeatedByOthers: 0 };
  const own = creative.account === account ? 1 : 0;
  repeats.set(id, { repeatedByOwn: repeatedByOwn + own, repeatedByOthers: repeatedByOthers + 1 - own });
}

function mostSimilarFirst(p: AccountFigures, q: AccountFigures): number {
  return (q.recent.similarShare ?? -1) - (p.recent.similarShare ?? -1) || (p.account < q.account ? -1 : 1);
}
