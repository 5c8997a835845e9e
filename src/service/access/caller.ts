import { type Creative, SamecutError } from "../../index.js";

/**
 * What a token may do: `read` asks (check, nearest, compare, get, list, groups, accounts), `write` changes (add, remove, allow, exempt),
 * `metrics` reads the service's own figures.
 */
export const SCOPES = ["read", "write", "metrics"] as const;

/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number];

/** Who asks. */
export interface Caller {
  /** The token's name, or `local` where there are no tokens. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The accounts whose creatives are the caller's own. */
  readonly accounts: "all" | ReadonlySet<string>;
}

/** The caller of a service without tokens, which only this machine reaches. */
export const LOCAL_CALLER: Caller = { name: "local", scopes: new Set(SCOPES), accounts: "all" };

/** True when a creative is one of the caller's own. A creative without an account belongs to callers of all accounts. */
export function isOwn({ accounts }: Caller, creative: Pick<Creative, "account">): boolean {
  return accounts === "all" || (creative.account !== undefined && accounts.has(creative.account));
}

/**
 * Makes sure that what the library has under an id is the caller's. Of another's it tells that the id is taken, whatever
 * its content, and nothing else: CREATIVE_EXISTS.
 */
export function requireOwn(caller: Caller, creative: Creative): void {
  if (!isOwn(caller, creative)) throw new SamecutError("CREATIVE_EXISTS", { detail: creative.id });
}

/**
 * The account a creative is of: the one that was named, else the caller's only one. Throws ACCESS_DENIED for an account
 * that is not the caller's, and where a caller of several names none.
 */
export function accountOf({ accounts }: Caller, named: string | undefined): string | undefined {
  if (accounts === "all") return named;
  const account = named ?? (accounts.size === 1 ? [...accounts][0] : undefined);
  if (account === undefined) throw new SamecutError("ACCESS_DENIED", { detail: "name one of its accounts" });
  if (!accounts.has(account))
    throw new SamecutError("ACCESS_DENIED", { detail: `the account ${account} is not one of its own` });
  return account;
}
