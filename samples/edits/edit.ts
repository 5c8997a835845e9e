import type { RuleNumber } from "../../src/verdict/verdict.js";
import type { ClipFacts } from "../montage/clip-facts.js";
import type { Foreign } from "../montage/cutting.js";
import type { Montage } from "../montage/montage.js";
import type { Random } from "../random.js";

/** The themes of the catalogue; figures are reported by group. */
export type EditGroup =
  | "encode"
  | "audio-cover"
  | "text"
  | "geometry"
  | "light"
  | "padding"
  | "time"
  | "bands"
  | "combined";

/** How much of what a detector relies on is left: mild edits hide little, strong ones test its limits. */
export type Strength = "mild" | "medium" | "strong";

/** What an edit may use besides the original. */
export interface Material {
  /** Depends on the clip, the edit and the chosen seed only. */
  readonly random: Random;
  /** Footage of another scene, for tails and intros. */
  readonly partner: ClipFacts;
}

/** One thing people do to an ad before they upload it again. */
export interface Edit {
  /** Lower-case words joined by hyphens; also the file name. */
  readonly name: string;
  readonly group: EditGroup;
  /** Rules that rightly explain the pair, the best one first. */
  readonly rules: readonly RuleNumber[];
  readonly strength: Strength;
  /** Rendered in the first round over all clips. */
  readonly first?: true;
  /** Name of the edit that is side a, where that is not the original itself. */
  readonly against?: string;
  /** Whether the edit makes sense for a clip; absent means always. */
  readonly suits?: (clip: ClipFacts) => boolean;
  readonly apply: (montage: Montage, material: Material) => void;
}

/** Footage from the start of the partner clip. */
export function partnerFootage(material: Material, startSeconds = 0): Foreign {
  return { clip: material.partner, startSeconds };
}
