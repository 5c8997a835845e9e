import { seededRandom } from "../../../samples/random.js";
import type { PairTruth, TruthFile } from "../../../samples/truth/truth-file.js";
import { relationsIn } from "../relation.js";

/** Two files of a corpus, the earlier first. */
export interface FilePair {
  readonly a: string;
  readonly b: string;
}

/** Draws that may miss before giving up: in a corpus of one family there are no strangers. */
const TRIES_A_PAIR = 50;

/** Pairs that ought to be called similar, drawn by lot, in the order they came in; all where there are not so many. */
export function samplePositives(pairs: readonly PairTruth[], count: number, seed: number): PairTruth[] {
  const positives = pairs.filter(({ similar }) => similar);
  const places = seededRandom("peers, true pairs", seed).shuffle([...positives.keys()]);
  const drawn = new Set(places.slice(0, count));
  return positives.filter((_, place) => drawn.has(place));
}

/** Different pairs of strangers drawn by lot: an original, and an original or an edit of another clip. Fewer where there are not so many. */
export function sampleNegatives(
  truth: TruthFile,
  files: readonly string[],
  count: number,
  seed: number,
): FilePair[] {
  const random = seededRandom("peers", seed);
  const relationBetween = relationsIn(truth);
  const known = new Set(files);
  const originals = truth.originals.map(({ file }) => file).filter((file) => known.has(file));
  const drawn = new Map<string, FilePair>();
  for (let tries = 0; drawn.size < count && tries < count * TRIES_A_PAIR && originals.length > 0; tries++) {
    const [a, b] = [random.pick(originals), random.pick(files)];
    if (relationBetween(a, b) === "strangers") drawn.set([a, b].sort().join("\n"), { a, b });
  }
  return [...drawn.values()];
}
