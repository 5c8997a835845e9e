import { editsFor } from "../edits/catalogue.js";
import { HARD_NEGATIVES, type HardNegative } from "../edits/hard-negatives.js";
import { seededRandom } from "../random.js";
import { CorpusPlan } from "./corpus-plan.js";
import { type Original, pairStrangers, partnerFor } from "./original.js";
import { addMoments } from "./plan-moments.js";

/** After so many edits of each clip, all hard negatives of one kind follow. */
const NEGATIVES_AFTER = 2;

/**
 * Plans every edit of every original and the hard negatives. `limit` bounds the edits of a clip and the pairs of
 * a kind of negative. Tasks go round the clips, the most telling edits first, so that a run cut short has
 * covered all of them evenly.
 */
export function planCorpus(
  originals: readonly Original[],
  seed: number,
  limit = Number.POSITIVE_INFINITY,
): CorpusPlan {
  const corpus = new CorpusPlan(originals);
  const edits = originals.map((original) => ({
    original,
    list: editsFor(original.clip, original.name, seed).slice(0, limit),
  }));
  const rounds = Math.max(HARD_NEGATIVES.length * NEGATIVES_AFTER, ...edits.map(({ list }) => list.length));
  for (let round = 0; round < rounds; round++) {
    for (const { original, list } of edits) {
      const edit = list[round];
      if (edit === undefined) continue;
      const random = seededRandom(seed, original.name, edit.name);
      const partner = partnerFor(original, originals, random).clip;
      const folder = `edits/${original.name}`;
      const earlier = edit.against === undefined ? undefined : `${folder}/${edit.against}.mp4`;
      corpus.addEdit(original, edit, `${folder}/${edit.name}`, random, partner, earlier);
    }
    const negative = HARD_NEGATIVES[Math.floor(round / NEGATIVES_AFTER)];
    if (round % NEGATIVES_AFTER === 1 && negative !== undefined)
      addNegatives(corpus, negative, originals, seed, limit);
  }
  addMoments(corpus, originals);
  return corpus;
}

function addNegatives(
  corpus: CorpusPlan,
  negative: HardNegative,
  originals: readonly Original[],
  seed: number,
  limit: number,
): void {
  const suited = originals.filter(({ clip }) => negative.suits?.(clip) ?? true);
  const random = seededRandom(seed, negative.name);
  for (const couple of pairStrangers(suited, random).slice(0, limit)) {
    const together = couple.map(({ name }) => name).join("--");
    const partner = partnerFor(couple[0], originals, random, couple[1]).clip;
    const nameOf = ({ name }: Original): string => `negatives/${negative.name}/${together}/${name}`;
    corpus.addHardNegative(
      negative,
      couple,
      nameOf,
      () => seededRandom(seed, negative.name, together),
      partner,
    );
  }
}
