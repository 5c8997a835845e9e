import type { ClipFacts } from "../montage/clip-facts.js";
import { insertBefore } from "../montage/cutting.js";
import type { Montage } from "../montage/montage.js";
import { replaceMusic } from "./audio-cover.js";
import { addBands, suitsBands } from "./bands.js";
import { type Material, partnerFootage } from "./edit.js";
import { addFrame, addSurroundings } from "./padding.js";
import { addCaptions, addLogo } from "./text.js";
import { addEndCard, addIntro, replaceTail } from "./time.js";

/**
 * Something two different clips are both given, with the same random choices and the same partner footage: what
 * they then share must not make them similar.
 */
export interface HardNegative {
  readonly name: string;
  readonly suits?: (clip: ClipFacts) => boolean;
  readonly apply: (montage: Montage, material: Material) => void;
}

/** Longest plain opening, seconds; and its longest share of the original. */
const OPENING = { seconds: 2, share: 0.3 } as const;

/** The reversals of the rules: shared templates, intros, ends, captions, marks, surroundings, music and blank openings. */
export const HARD_NEGATIVES: readonly HardNegative[] = [
  {
    name: "same-band-template",
    suits: suitsBands,
    apply: (montage, { random }) => addBands(montage, random),
  },
  { name: "same-tail", apply: (montage, material) => replaceTail(montage, material, 0.4) },
  { name: "same-intro", apply: addIntro },
  {
    name: "same-first-third",
    apply: (montage, material) =>
      insertBefore(montage, partnerFootage(material), montage.durationSeconds / 2),
  },
  { name: "same-end-card", apply: addEndCard },
  {
    name: "same-surroundings",
    apply: (montage, { random }) => addSurroundings(montage, random, 60, "still"),
  },
  { name: "same-captions", apply: (montage, { random }) => addCaptions(montage, random) },
  { name: "same-logo", apply: (montage, { random }) => addLogo(montage, random) },
  { name: "same-frame", apply: (montage, { random }) => addFrame(montage, random) },
  { name: "same-music", apply: (montage, { random }) => replaceMusic(montage, random) },
  { name: "black-opening", apply: (montage) => open(montage, "black") },
  {
    name: "same-intro-and-end-card",
    apply: (montage, material) => {
      insertBefore(montage, partnerFootage(material), openingSeconds(montage) * 0.75);
      addEndCard(montage, material);
    },
  },
];

/** One hard negative by its name; a RangeError when there is none. */
export function hardNegativeNamed(name: string): HardNegative {
  const negative = HARD_NEGATIVES.find((candidate) => candidate.name === name);
  if (negative === undefined) throw new RangeError(`No hard negative is called ${name}`);
  return negative;
}

function open(montage: Montage, plainColour: string): void {
  insertBefore(montage, { colour: plainColour }, openingSeconds(montage));
}

function openingSeconds(montage: Montage): number {
  return Math.min(OPENING.seconds, montage.durationSeconds * OPENING.share);
}
