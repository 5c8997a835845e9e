import { type AccountView, type AccountViewOptions, viewAccounts } from "../account/account-view.js";
import type { DeliveredCreative } from "../account/delivered.js";
import { isStretched } from "../design/is-stretched.js";
import type { Library } from "../library/library.js";
import type { CreativeOutline } from "../library/store.js";

/** How a library's accounts are seen; the moment is now where none is given. */
export interface LibraryAccountsOptions extends AccountViewOptions {
  readonly signal?: AbortSignal;
}

/**
 * The accounts of a library by the pairs that were found when creatives were added; allowed pairs count for nothing. Throws what the
 * library's calls throw, and the signal's reason.
 */
export async function viewLibraryAccounts(
  library: Library,
  { asOf = new Date(), signal, ...options }: LibraryAccountsOptions = {},
): Promise<AccountView> {
  const { creatives, pairs, allowed } = await library.survey({ ...(signal && { signal }) });
  const stretched = new Set(
    [...pairs, ...allowed].filter(({ grade, stretch }) => isStretched(grade, stretch)).map(({ b }) => b),
  );
  const delivered = [...creatives.values()].map((creative) => asDelivered(creative, stretched));
  return viewAccounts(delivered, pairs, { asOf, ...options });
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
