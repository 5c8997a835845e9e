import { type Creative, publishedAt } from "./creative.js";
import type { StoreScope } from "./store.js";

/** True when a scope asks for the creative. */
export function isInScope(creative: Creative, { account, since }: StoreScope): boolean {
  if (account !== undefined && creative.account !== account) return false;
  return since === undefined || publishedAt(creative) >= since.toISOString();
}
