import { type Creative, publishedAt } from "./creative.js";
import type { StoreScope } from "./store.js";

/** True when a scope asks for the creative. */
export function isInScope(creative: Creative, { account, customer, label, since }: StoreScope): boolean {
  if (account !== undefined && creative.account !== account) return false;
  if (customer !== undefined && creative.customer !== customer) return false;
  if (label !== undefined && !creative.labels?.includes(label)) return false;
  return since === undefined || publishedAt(creative) >= since.toISOString();
}
