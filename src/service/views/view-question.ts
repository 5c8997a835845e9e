import type { AccountSettings, Exemption, Language, PairListing } from "../../index.js";
import type { Caller } from "../access/caller.js";
import type { AskedList } from "../review/list-windows.js";
import type { SelectedPair } from "../review/selected-report.js";

/** How accounts are told. */
export interface AccountsBasis {
  readonly settings: AccountSettings;
  readonly exemptions: readonly Exemption[];
}

/** What the review page asks. */
export type ReviewQuestion = { readonly caller: Caller } & (
  | { readonly view: "review-glance" }
  /** Of a group's creative: more of that group's repeats. */
  | ({ readonly view: "review-groups"; readonly of?: string | undefined } & AskedList)
  | ({ readonly view: "review-pairs"; readonly list: "all" | "possible" | "allowed" } & AskedList)
  | { readonly view: "review-pair"; readonly a: string; readonly b: string; readonly listing: PairListing }
  | { readonly view: "review-search"; readonly text: string }
  | {
      readonly view: "review-export";
      readonly pairs: readonly SelectedPair[];
      readonly format: "json" | "csv";
      readonly language: Language;
    }
  | { readonly view: "review-gone"; readonly pairs: readonly SelectedPair[] }
);

/** What is asked about the whole library. Values only: it goes to another thread. */
export type ViewQuestion =
  | ReviewQuestion
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
