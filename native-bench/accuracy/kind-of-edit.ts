import type { JudgedPair } from "./judged-pair.js";

/** What the pairs of a table's line have in common: the edit; for random combinations, how many edits they join. */
export function kindOf({ truth }: JudgedPair): string {
  return truth?.steps === undefined ? (truth?.edit ?? "") : `combined, ${truth.steps.length} edits`;
}
