import type { z } from "zod";
import {
  type Library,
  type PageAccounts,
  pageAccounts,
  SamecutError,
  textsOf,
  viewLibraryAccounts,
} from "../../index.js";
import { isOwn } from "../access/caller.js";
import { ACCOUNT_ANSWER, ACCOUNTS_ANSWER, accountAnswer } from "../answers/account-answer.js";
import type { ViewQuestion } from "./view-question.js";

/** The caller's accounts, or the one that is asked for. Throws ACCOUNT_NOT_FOUND for one that is not the caller's or not there. */
export async function accountsView(
  { caller, basis, account, asOf, ownExemptions, language }: Extract<ViewQuestion, { view: "accounts" }>,
  library: Library,
): Promise<z.output<typeof ACCOUNT_ANSWER> | z.output<typeof ACCOUNTS_ANSWER>> {
  const isTold = (each: string): boolean =>
    (account === undefined || each === account) && isOwn(caller, { account: each });
  const seen = await viewLibraryAccounts(library, { ...basis, only: isTold, ...(asOf && { asOf }) });
  const telling = { caller, ownExemptions, texts: textsOf(language) };
  if (account !== undefined) {
    const [figures] = seen.accounts;
    // Others' are answered as if they were not there.
    if (figures === undefined) throw new SamecutError("ACCOUNT_NOT_FOUND", { detail: account });
    return ACCOUNT_ANSWER.parse(accountAnswer(figures, telling));
  }
  const accounts = seen.accounts.map((figures) => accountAnswer(figures, telling));
  return ACCOUNTS_ANSWER.parse({ ...(seen.asOf && { asOf: seen.asOf }), accounts });
}

/** The caller's accounts as the review page shows them. */
export async function accountPageView(
  { caller, basis }: Extract<ViewQuestion, { view: "account-page" }>,
  library: Library,
): Promise<PageAccounts> {
  const only = (account: string): boolean => isOwn(caller, { account });
  return pageAccounts(await viewLibraryAccounts(library, { ...basis, only }));
}
