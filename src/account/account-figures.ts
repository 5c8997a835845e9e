import type { DesignNote } from "../design/design-note.js";
import type { StatusWord } from "../status/status-words.js";
import type { Grade } from "../verdict/verdict.js";
import type { Exemption } from "./exemption.js";
import type { Level, Warning } from "./level.js";
import type { NextStep } from "./next-steps.js";
import type { StandingKind } from "./standing.js";
import type { StandingCounts } from "./standing-counts.js";

/** A creative that counts as similar to an earlier one. */
export interface SimilarCreative {
  readonly id: string;
  readonly publishedAt?: string;
  readonly standing: Exclude<StandingKind, "original">;
  /** What it counts for, above 0 to 1. */
  readonly weight: number;
  /** The earliest creative it is like. */
  readonly repeats: {
    readonly id: string;
    readonly account?: string;
    readonly grade: Grade;
    /** 0 to 1. */
    readonly similarity: number;
  };
  /** Published in the days that make the level. */
  readonly recent: boolean;
  /** Expected to be held back, for the account's level says so. */
  readonly heldBack: boolean;
  /** The words the platform's ad list is expected to show beside it. */
  readonly shown: readonly StatusWord[];
}

/** An original that later creatives repeat (首发). */
export interface FirstPublish {
  readonly id: string;
  readonly publishedAt?: string;
  /** Later creatives of which it is the earliest match: of this account, and of others. */
  readonly repeatedByOwn: number;
  readonly repeatedByOthers: number;
}

/** A creative whose design the platform may mark as low quality (素材设计), similar or not. */
export interface PoorDesign {
  readonly id: string;
  readonly publishedAt?: string;
  readonly notes: readonly DesignNote[];
  /** Published in the days that make the level. */
  readonly recent: boolean;
}

/** A likeness that does not count under an exemption. */
export interface ExemptLikeness {
  readonly id: string;
  /** The earlier creative. */
  readonly earlier: string;
  /** Whose the earlier creative is; undefined where that is not known. */
  readonly earlierAccount?: string;
  readonly exemption: Pick<Exemption, "id" | "kind" | "reason" | "createdAt">;
}

/** One account, seen from one moment. */
export interface AccountFigures {
  readonly account: string;
  /** Of the days that make the level. */
  readonly recent: StandingCounts & {
    /** (1 − N/M), 0 to 1: N original ones among M new ones, weighted; undefined where nothing is new. */
    readonly similarShare?: number;
  };
  /** Of the days a creative is compared with. */
  readonly library: StandingCounts & {
    /** 0 to 1; undefined where there is nothing. */
    readonly originalShare?: number;
  };
  /** Undefined where nothing is new. */
  readonly level?: Level;
  readonly warning?: Warning;
  /** Latest first. */
  readonly similar: readonly SimilarCreative[];
  /** Most repeated first. */
  readonly firstPublishes: readonly FirstPublish[];
  readonly exempt: readonly ExemptLikeness[];
  /** Latest first; it changes neither shares nor level. */
  readonly poorDesign: readonly PoorDesign[];
  /** What to do, the most pressing first; never empty. */
  readonly next: readonly NextStep[];
}
