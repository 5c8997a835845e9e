import { CorpusPlan } from "./corpus/corpus-plan.js";
import { type Original, partnerFor } from "./corpus/original.js";
import { CATALOGUE, editNamed } from "./edits/catalogue.js";
import { combineEdits } from "./edits/combined.js";
import type { Edit } from "./edits/edit.js";
import { hardNegativeNamed } from "./edits/hard-negatives.js";
import { type Random, seededRandom } from "./random.js";
import { EDITED_SCENES, SAMPLE_BAND_EDITS, SAMPLE_EDITS, SAMPLE_NEGATIVES } from "./sample-edits.js";
import { SCENE_RELATIONS } from "./scenes/relations.js";

/**
 * Plans the samples: how the scenes stand to each other, edits of them, and hard negatives. With `edits`, exactly
 * these are made of every scene they suit, and no hard negatives. What needs a scene that is not there is left out.
 */
export function planSamples(originals: readonly Original[], edits?: readonly Edit[]): CorpusPlan {
  const plan = new CorpusPlan(originals);
  const named = new Map(originals.map((original) => [original.name, original]));
  addRelations(plan, named);
  for (const original of originals) {
    for (const edit of edits ?? sampleEdits(original)) {
      if (edit.suits?.(original.clip) === false) continue;
      const random = sampleRandom(original.name, edit.name);
      const partner = partnerFor(original, originals, random).clip;
      const earlier = edit.against === undefined ? undefined : `${fileName(original, edit.against)}.mp4`;
      plan.addEdit(original, edit, fileName(original, edit.name), random, partner, earlier);
    }
  }
  if (edits === undefined) addNegatives(plan, named);
  return plan;
}

/** One edit of each list in turn, the bands, and one combination; nothing for scenes that are not edited. */
export function sampleEdits({ name, clip }: Original): Edit[] {
  const turn = EDITED_SCENES.indexOf(name);
  if (turn < 0) return [];
  const single = SAMPLE_EDITS.map((list) => editNamed(list[turn % list.length]!));
  const combined = combineEdits("combined", clip, CATALOGUE, sampleRandom(name, "combined"));
  return [...single, ...SAMPLE_BAND_EDITS.map(editNamed), combined];
}

function addRelations(plan: CorpusPlan, named: ReadonlyMap<string, Original>): void {
  for (const { a, b, name, expected, rules } of SCENE_RELATIONS) {
    const [one, other] = [named.get(a), named.get(b)];
    if (one === undefined || other === undefined) continue;
    const similar = expected === "similar";
    plan.pairs.push({ a: one.file, b: other.file, edit: name, group: "scene", expected, similar, rules });
  }
}

function addNegatives(plan: CorpusPlan, named: ReadonlyMap<string, Original>): void {
  for (const [negative, a, b, partner] of SAMPLE_NEGATIVES) {
    const [one, other, third] = [named.get(a), named.get(b), named.get(partner)];
    if (one === undefined || other === undefined || third === undefined) continue;
    const nameOf = (original: Original): string => fileName(original, negative);
    const random = (): Random => sampleRandom(negative);
    plan.addHardNegative(hardNegativeNamed(negative), [one, other], nameOf, random, third.clip);
  }
}

function fileName({ name }: Original, edit: string): string {
  return `creatives/${name}--${edit}`;
}

function sampleRandom(...seed: readonly string[]): Random {
  return seededRandom("samples", ...seed);
}
