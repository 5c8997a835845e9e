import { strengthEdits } from "../edits/strengths.js";
import { seededRandom } from "../random.js";
import { CorpusPlan } from "./corpus-plan.js";
import { type Original, partnerFor } from "./original.js";

/** Plans every strength of every kind of edit of every original; no hard negatives. Tasks go round the clips. */
export function planStrengths(originals: readonly Original[], seed: number): CorpusPlan {
  const corpus = new CorpusPlan(originals);
  for (const edit of strengthEdits()) {
    for (const original of originals) {
      const random = seededRandom(seed, original.name, edit.name);
      const partner = partnerFor(original, originals, random).clip;
      corpus.addEdit(original, edit, `edits/${original.name}/${edit.name}`, random, partner);
    }
  }
  return corpus;
}
