import type { AccountSettings } from "./account-settings.js";
import type { Level } from "./level.js";
import type { StandingCounts } from "./standing-counts.js";

/** Something to do about an account, to be put into words. */
export type NextStep =
  /** Lower the share until nothing is held back: replace so many of the new similar creatives by original ones, or add so many original ones. */
  | { readonly kind: "lower-share"; readonly replace: number; readonly orAdd: number; readonly below: number }
  /** Nothing is held back yet; it would be with so many more similar creatives, were they added today. */
  | { readonly kind: "keep-room"; readonly moreSimilar: number }
  | { readonly kind: "own-duplicates"; readonly creatives: number }
  | { readonly kind: "carried-over"; readonly creatives: number }
  /** New ones are blurred, stretched, text only or still pictures only. */
  | { readonly kind: "poor-design"; readonly creatives: number }
  /** The original share over the library's window is below the target. */
  | { readonly kind: "raise-original-share"; readonly share: number; readonly target: number }
  | { readonly kind: "nothing-new" }
  | { readonly kind: "nothing-to-do" };

/** What the steps follow from. */
export interface StepFacts {
  readonly recent: StandingCounts;
  /** Weights of the recent similar creatives. */
  readonly weights: readonly number[];
  readonly originalShare: number | undefined;
  /** Recent creatives with a note on their design. */
  readonly poorlyDesigned: number;
  readonly settings: AccountSettings;
}

/** What to do, the most pressing first; at least one step. */
export function nextSteps({
  recent,
  weights,
  originalShare,
  poorlyDesigned,
  settings,
}: StepFacts): NextStep[] {
  const steps: NextStep[] = [];
  const { creatives: all } = recent;
  const similar = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) steps.push({ kind: "nothing-new" });
  else if (isHeldBack(similar / all, settings)) steps.push(loweringStep(weights, all, settings));
  else if (similar > 0) steps.push(...roomStep(similar, all, settings));
  if (recent.carriedOver > 0) steps.push({ kind: "carried-over", creatives: recent.carriedOver });
  const own = recent.ownDuplicates + recent.repeats;
  if (own > 0) steps.push({ kind: "own-duplicates", creatives: own });
  const target = settings.originalShareTarget;
  if (originalShare !== undefined && originalShare < target)
    steps.push({ kind: "raise-original-share", share: originalShare, target });
  if (poorlyDesigned > 0) steps.push({ kind: "poor-design", creatives: poorlyDesigned });
  return steps.length === 0 ? [{ kind: "nothing-to-do" }] : steps;
}

/** True when similar creatives are held back at this share. */
export function isHeldBack(similarShare: number, settings: AccountSettings): boolean {
  return similarShare >= breakOf(settings.heldBackFrom, settings);
}

/** The heaviest ones are replaced first. */
function loweringStep(weights: readonly number[], all: number, settings: AccountSettings): NextStep {
  const heaviest = Float64Array.from(weights).sort().reverse();
  const similar = heaviest.reduce((sum, weight) => sum + weight, 0);
  let [left, replace] = [similar, 0];
  while (replace < heaviest.length && isHeldBack(left / all, settings)) left -= heaviest[replace++] as number;
  const below = breakOf(settings.heldBackFrom, settings);
  // Where even original creatives are held back, no number of them helps.
  const added = below > 0 ? similar / below - all : 0;
  const orAdd = firstFrom(added, (n) => below === 0 || !isHeldBack(similar / (all + n), settings));
  return { kind: "lower-share", replace, orAdd, below };
}

function roomStep(similar: number, all: number, settings: AccountSettings): NextStep[] {
  const below = breakOf(settings.heldBackFrom, settings);
  // All, or all but one in a thousand, may be similar and nothing is held back.
  if (below > 0.999) return [];
  const more = (below * all - similar) / (1 - below);
  const moreSimilar = firstFrom(more, (n) => isHeldBack((similar + n) / (all + n), settings));
  return [{ kind: "keep-room", moreSimilar }];
}

/** The first whole number about `estimate` that holds, 0 or more; the estimate may be off by the dust of its divisions. */
function firstFrom(estimate: number, holds: (n: number) => boolean): number {
  let n = Math.max(0, Math.floor(estimate) - 1);
  while (!holds(n)) n++;
  return n;
}

function breakOf(level: Level, { levelBreaks }: AccountSettings): number {
  return level === "good" ? 0 : levelBreaks[level];
}
