import type { ExemptionRule } from "../../account/exemption.js";
import type { Level, Warning } from "../../account/level.js";
import type { StandingKind } from "../../account/standing.js";

/** What is said about an account, in one language; shares come ready to print. */
export interface AccountTexts {
  readonly levels: Readonly<Record<Level, string>>;
  readonly warnings: Readonly<Record<Warning, string>>;
  readonly standings: Readonly<Record<StandingKind, string>>;
  readonly exemptions: Readonly<Record<ExemptionRule["kind"], string>>;
  readonly headings: {
    readonly accounts: string;
    readonly similar: string;
    readonly firstPublishes: string;
    readonly exempt: string;
    readonly poorDesign: string;
    readonly next: string;
  };
  readonly columns: {
    readonly account: string;
    readonly level: string;
    readonly recent: string;
    readonly library: string;
    readonly shares: string;
    readonly creative: string;
    readonly standing: string;
    readonly shown: string;
    readonly repeatedByOwn: string;
    readonly repeatedByOthers: string;
    readonly exemption: string;
    readonly design: string;
    readonly reason: string;
    readonly since: string;
    readonly state: string;
  };
  account(name: string): string;
  /** Where nothing is new. */
  readonly noLevel: string;
  readonly heldBack: string;
  countHeldBack(count: number): string;
  recentShare(similar: number, all: number, percent: string, days: number): string;
  nothingRecent(days: number): string;
  originalShare(original: number, all: number, percent: string, days: number): string;
  repeats(id: string, account: string | undefined, percent: string): string;
  exemptUnder(earlier: string, exemption: string, reason: string): string;
  asOf(date: string): string;
  withoutAccount(count: number): string;
  noAccounts(): string;
  more(count: number): string;

  /** What to do. `orAdd` 0: adding does not help. */
  lowerShare(replace: number, orAdd: number, below: string): string;
  keepRoom(moreSimilar: number): string;
  ownDuplicates(creatives: number): string;
  carriedOver(creatives: number): string;
  raiseOriginalShare(percent: string, target: string): string;
  poorDesign(creatives: number): string;
  nothingNew(): string;
  nothingToDo(): string;

  readonly inForce: string;
  takenBack(date: string): string;
  noExemptions(): string;
}
