import { type AccountView, type AccountViewOptions, viewAccounts } from "../account/account-view.js";
import type { DeliveredCreative } from "../account/delivered.js";
import { isStretched } from "../design/is-stretched.js";
import { type Creative, publishedAt } from "../library/creative.js";
import type { Library } from "../library/library.js";

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
  const creatives = new Map<string, Creative>();
  for await (const creative of library.list()) {
    signal?.throwIfAborted();
    creatives.set(creative.id, creative);
  }
  const allowed = new Set((await library.allowedPairs()).map(({ a, b }) => `${a} ${b}`));
  const isAllowed = (a: string, b: string): boolean => {
    const digests = [a, b].map((id) => creatives.get(id)?.fileDigest ?? "").sort();
    return allowed.has(digests.join(" "));
  };
  const found = await library.pairs();
  const stretched = new Set(found.filter(({ verdict }) => isStretched(verdict)).map(({ b }) => b));
  const pairs = found
    .filter(({ a, b }) => !isAllowed(a, b))
    .map(({ a, b, verdict: { grade, similarity } }) => ({ a, b, grade, similarity }));
  signal?.throwIfAborted();
  const delivered = [...creatives.values()].map((creative) => asDelivered(creative, stretched));
  return viewAccounts(delivered, pairs, { asOf, ...options });
}

function asDelivered(creative: Creative, stretched: ReadonlySet<string>): DeliveredCreative {
  const { id, account, customer } = creative;
  const designNotes = [
    ...(creative.designNotes ?? []),
    ...(stretched.has(id) ? (["stretched"] as const) : []),
  ];
  return {
    id,
    ...(designNotes.length === 0 ? {} : { designNotes }),
    publishedAt: publishedAt(creative),
    ...(account === undefined ? {} : { account }),
    ...(customer === undefined ? {} : { customer }),
  };
}
