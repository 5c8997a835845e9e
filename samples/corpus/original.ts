import type { ClipFacts } from "../montage/clip-facts.js";
import type { Random } from "../random.js";

/** A clip of the corpus that edits are made from. */
export interface Original {
  /** The clip's file name without its extension. */
  readonly name: string;
  /** Path of the normalised clip, relative to the output folder. */
  readonly file: string;
  /** The first word of the name: clips that share it may show the same scene or person. */
  readonly family: string;
  readonly clip: ClipFacts;
}

/** The first word of a clip's name, up to a hyphen. */
export function familyOf(name: string): string {
  return name.split("-")[0]!;
}

/** An original of another family than those given; any other when there is none. */
export function partnerFor(
  one: Original,
  all: readonly Original[],
  random: Random,
  besides?: Original,
): Original {
  const strangers = all.filter(({ family }) => family !== one.family && family !== besides?.family);
  return random.pick(strangers.length > 0 ? strangers : all);
}

/** Pairs of originals from different families; each original is in at most one pair. */
export function pairStrangers(
  originals: readonly Original[],
  random: Random,
): (readonly [Original, Original])[] {
  const waiting = random.shuffle(originals);
  const pairs: (readonly [Original, Original])[] = [];
  while (waiting.length > 1) {
    const first = waiting.shift()!;
    const index = waiting.findIndex(({ family }) => family !== first.family);
    if (index >= 0) pairs.push([first, waiting.splice(index, 1)[0]!]);
  }
  return pairs;
}
