import type { AccountFigures } from "../../account/account-figures.js";
import type { AccountView } from "../../account/account-view.js";
import type { PairVerdict } from "../../verdict/verdict.js";
import type {
  ReadCreative,
  ReportedCreative,
  ReportedGroup,
  ReportedSelection,
  ReportedWarning,
  ReportSummary,
} from "../scan-report.js";
import type { Language } from "../texts/language.js";

/** A filmstrip as the page carries it. */
export interface PageFilmstrip {
  /** Moments of the pictures, seconds, ascending; the image has them side by side. */
  readonly times: readonly number[];
  /** The size of one picture, pixels. */
  readonly width: number;
  readonly height: number;
  /** A WebP file in base64. */
  readonly image: string;
}

/** What an address names a pair by: the ids of both its creatives. */
export interface PairAddress {
  readonly a: string;
  readonly b: string;
}

/** A pair as the page shows it; from a comparison also a distinct one. */
export interface PagePair extends PairVerdict, PairAddress {}

/** What the page needs of a creative. */
export type PageCreative = Omit<ReadCreative, "fileDigest" | "videoDigest" | "audioDigest">;

/** The accounts of a scan as the page shows them, without the lists that the other reports have. */
export interface PageAccounts {
  readonly settings: AccountView["settings"];
  readonly accounts: readonly (Omit<AccountFigures, "similar" | "firstPublishes" | "exempt"> & {
    /** Creatives that are expected to be held back. */
    readonly heldBack: number;
  })[];
}

/** What the page says of a scan besides its pairs. */
export interface PageScan {
  readonly groups: readonly ReportedGroup[];
  readonly failed: readonly Extract<ReportedCreative, { readonly status: "failed" }>[];
  readonly warnings: readonly ReportedWarning[];
  readonly summary: ReportSummary;
  readonly selection?: ReportedSelection;
  readonly accounts?: PageAccounts;
  /** Similarity from which a pair counts as similar. */
  readonly threshold: number;
  /** Pairs that the report has and the page does not. */
  readonly pairsLeftOut: number;
}

/** Everything a page shows; stands in it as JSON. */
export interface PageData {
  readonly language: Language;
  readonly version: string;
  readonly creatives: readonly PageCreative[];
  /** Most similar first. */
  readonly pairs: readonly PagePair[];
  /** By id of the creative; a creative without pictures is absent. */
  readonly filmstrips: Readonly<Record<string, PageFilmstrip>>;
  /** Undefined where the page shows one compared pair and nothing else. */
  readonly scan?: PageScan;
}
