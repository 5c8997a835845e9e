import type { ExemptionRule, Library } from "../../index.js";
import { type Caller, isOwn } from "./caller.js";

/**
 * True when a rule of exemption is the caller's to make, to see and to take back: it touches no account but the caller's own. A customer
 * may have accounts anywhere, so a rule for one is for callers of all accounts.
 */
export async function isOwnRule(caller: Caller, rule: ExemptionRule, library: Library): Promise<boolean> {
  if (caller.accounts === "all") return true;
  switch (rule.kind) {
    case "customer":
      return false;
    case "accounts":
      return rule.accounts.every((account) => isOwn(caller, { account }));
    case "takedown":
      return isOwn(caller, (await library.get(rule.creative)) ?? {});
  }
}
