import type { PairTruth } from "../../../samples/truth/truth-file.js";
import type { PairVerdict } from "../../../src/verdict/verdict.js";

const REPLACED_TAIL = /^tail-replaced-/;

/** When a replaced tail begins on b's clock, seconds; undefined where no tail was replaced or the truth file does not say. */
export function realTailStart({ edit, steps, truth }: PairTruth): number | undefined {
  const isReplaced = [edit, ...(steps ?? [])].some((name) => REPLACED_TAIL.test(name));
  return isReplaced ? truth?.stretches.at(-1)?.b[1] : undefined;
}

/**
 * From which second of b on the report says that another part begins: what rule 7 states, else the end of the last matched
 * segment, as the report's texts do. Undefined where rule 7 is not given.
 */
export function toldTailStart({ rules, segments }: PairVerdict): number | undefined {
  const finding = rules.find(({ rule }) => rule === 7);
  if (finding === undefined) return undefined;
  const stated = finding.detail.changedFromSeconds;
  return typeof stated === "number" ? stated : Math.max(0, ...segments.map(({ b }) => b[1]));
}
