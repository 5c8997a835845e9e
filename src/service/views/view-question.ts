import type { AccountSettings, Exemption, Language } from "../../index.js";
import type { Caller } from "../access/caller.js";

/** How accounts are told. */
export interface AccountsBasis {
  readonly settings: AccountSettings;
  readonly exemptions: readonly Exemption[];
}

/** What is asked about the whole library. Values only: it goes to another thread. */
export type ViewQuestion =
  /** The accounts of a caller, or one of them. */
  | {
      readonly view: "accounts";
      readonly caller: Caller;
      readonly basis: AccountsBasis;
      readonly account?: string;
      readonly asOf?: Date;
      /** Ids of the exemptions that concern the caller's accounts only. */
      readonly ownExemptions: ReadonlySet<string>;
      readonly language: Language;
    }
  /** The caller's accounts as the review page shows them. */
  | { readonly view: "account-page"; readonly caller: Caller; readonly basis: AccountsBasis }
  | { readonly view: "groups"; readonly caller: Caller };

/** A question with the folder of the library it is about. */
export interface ViewTask {
  readonly folder: string;
  readonly question: ViewQuestion;
}
