import { type AccountView, type AccountViewOptions, tellAccounts } from "../account/account-view.js";
import type { DeliveredCreative, SimilarPair } from "../account/delivered.js";
import { finishInTurns } from "../threads/in-turns.js";

/** How accounts are seen, and by what the work is stopped. */
export interface ViewAccountsOptions extends AccountViewOptions {
  readonly signal?: AbortSignal;
}

/**
 * Tells every account's share, level, repeats and first publishes, in turns of a few milliseconds: the caller's event loop stays free. What
 * was published after the moment is passed over. Throws the signal's reason.
 *
 * @param creatives with ids that differ; neither list may change meanwhile
 * @param pairs those that are allowed left out
 */
export function viewAccounts(
  creatives: readonly DeliveredCreative[],
  pairs: readonly SimilarPair[],
  { signal, ...options }: ViewAccountsOptions = {},
): Promise<AccountView> {
  return finishInTurns(tellAccounts(creatives, pairs, options), signal);
}
