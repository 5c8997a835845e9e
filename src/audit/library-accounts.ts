import type { AccountView } from "../account/account-view.js";
import type { DeliveredCreative } from "../account/delivered.js";
import { isStretched } from "../design/is-stretched.js";
import type { Library } from "../library/library.js";
import type { CreativeOutline, PairOutline } from "../library/store.js";
import { inTurns } from "../threads/in-turns.js";
import { type ViewAccountsOptions, viewAccounts } from "./view-accounts.js";

/** How a library's accounts are seen; the moment is now where none is given. */
export type LibraryAccountsOptions = ViewAccountsOptions;

/**
 * The accounts of a library by the pairs that were found when creatives were added; allowed pairs count for nothing. Throws what the
 * library's calls throw, and the signal's reason.
 */
export async function viewLibraryAccounts(
  library: Library,
  { asOf = new Date(), signal, ...options }: LibraryAccountsOptions = {},
): Promise<AccountView> {
  const { creatives, pairs, allowed } = await library.survey({ ...(signal && { signal }) });
  const stretched = new Set<string>();
  const noteStretched = ({ b, grade, stretch }: PairOutline): void => {
    if (isStretched(grade, stretch)) stretched.add(b);
  };
  await inTurns(pairs, noteStretched, signal);
  await inTurns(allowed, noteStretched, signal);
  const delivered: DeliveredCreative[] = [];
  await inTurns(creatives.values(), (each) => delivered.push(asDelivered(each, stretched)), signal);
  return viewAccounts(delivered, pairs, { asOf, ...(signal && { signal }), ...options });
}

function asDelivered(creative: CreativeOutline, stretched: ReadonlySet<string>): DeliveredCreative {
  const { id, account, customer, publishedAt } = creative;
  const designNotes = [
    ...(creative.designNotes ?? []),
    ...(stretched.has(id) ? (["stretched"] as const) : []),
  ];
  return {
    id,
    ...(designNotes.length === 0 ? {} : { designNotes }),
    publishedAt,
    ...(account === undefined ? {} : { account }),
    ...(customer === undefined ? {} : { customer }),
  };
}
