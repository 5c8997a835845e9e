import { editsFor } from "../edits/catalogue.js";
import type { CombinedEdit } from "../edits/combined.js";
import type { Edit } from "../edits/edit.js";
import { HARD_NEGATIVES } from "../edits/hard-negatives.js";
import { seededRandom } from "../random.js";
import { planEdit } from "../rendering/render-edit.js";
import type { RenderTask } from "../rendering/render-tasks.js";
import type { PairTruth } from "../truth/truth-file.js";
import { type Original, pairStrangers, partnerFor } from "./original.js";

/** All the work for a set of originals, the most telling files first, and what will then be true. */
export interface CorpusPlan {
  readonly tasks: readonly RenderTask[];
  readonly pairs: readonly PairTruth[];
}

/** Of every `NEGATIVES_AFTER` edits rendered for each clip, all hard negatives of one kind follow. */
const NEGATIVES_AFTER = 2;

/**
 * Plans every edit of every original and the hard negatives. `limit` bounds the edits of a clip and the pairs of
 * a kind of negative. Tasks go round the clips, so that a run cut short has covered all of them evenly.
 */
export function planCorpus(
  originals: readonly Original[],
  seed: number,
  limit = Number.POSITIVE_INFINITY,
): CorpusPlan {
  const tasks: RenderTask[] = [];
  const pairs: PairTruth[] = [];
  const edits = new Map(originals.map((one) => [one, editsFor(one.clip, one.name, seed).slice(0, limit)]));
  const rounds = Math.max(0, ...[...edits.values()].map((list) => list.length));
  for (let round = 0; round < rounds; round++) {
    for (const [original, list] of edits) {
      const edit = list[round];
      if (edit !== undefined) addEdit(original, edit);
    }
    if (round % NEGATIVES_AFTER === 1) addNegatives((round - 1) / NEGATIVES_AFTER);
  }
  for (let kind = Math.floor(rounds / NEGATIVES_AFTER); kind < HARD_NEGATIVES.length; kind++)
    addNegatives(kind);
  return { tasks, pairs };

  function addEdit(original: Original, edit: Edit): void {
    const random = seededRandom(seed, original.name, edit.name);
    const partner = partnerFor(original, originals, random).clip;
    const { plan, truth } = planEdit(original.clip, edit, { random, partner });
    const file = `edits/${original.name}/${edit.name}.${plan.container}`;
    tasks.push({ file, plan });
    pairs.push({
      a: edit.against === undefined ? original.file : `edits/${original.name}/${edit.against}.mp4`,
      b: file,
      edit: edit.name,
      group: edit.group,
      expected: "similar",
      similar: true,
      rules: [...edit.rules],
      strength: edit.strength,
      ...("steps" in edit && { steps: [...(edit as CombinedEdit).steps] }),
      ...(edit.against === undefined && {
        truth: { ...truth, regions: [...truth.regions], stretches: truth.stretches.map(plain) },
      }),
    });
  }

  function addNegatives(kind: number): void {
    const negative = HARD_NEGATIVES[kind];
    if (negative === undefined) return;
    const suited = originals.filter(({ clip }) => negative.suits?.(clip) ?? true);
    const random = seededRandom(seed, negative.name);
    for (const couple of pairStrangers(suited, random).slice(0, limit)) {
      const names = couple.map(({ name }) => name).join("--");
      const partner = partnerFor(couple[0], originals, random, couple[1]).clip;
      const files = couple.map((original) => {
        const shared = seededRandom(seed, negative.name, names);
        const { plan } = planEdit(original.clip, negative, { random: shared, partner });
        const file = `negatives/${negative.name}/${names}/${original.name}.${plan.container}`;
        tasks.push({ file, plan });
        return file;
      });
      const group = "negative";
      pairs.push({
        a: files[0]!,
        b: files[1]!,
        edit: negative.name,
        group,
        expected: "distinct",
        similar: false,
        rules: [],
      });
    }
  }
}

function plain({ a, b }: { readonly a: readonly [number, number]; readonly b: readonly [number, number] }) {
  return { a: [a[0], a[1]] as [number, number], b: [b[0], b[1]] as [number, number] };
}
