import type { ClipFacts } from "../montage/clip-facts.js";
import { seededRandom } from "../random.js";
import { AUDIO_COVER_EDITS } from "./audio-cover.js";
import { BAND_EDITS } from "./bands.js";
import { combineEdits } from "./combined.js";
import type { Edit } from "./edit.js";
import { ENCODE_EDITS } from "./encode.js";
import { GEOMETRY_EDITS } from "./geometry.js";
import { LIGHT_EDITS } from "./light.js";
import { PADDING_EDITS } from "./padding.js";
import { TEXT_EDITS } from "./text.js";
import { TIME_EDITS } from "./time.js";

/** Every single edit, by theme. Names are unique. */
export const CATALOGUE: readonly Edit[] = [
  ...ENCODE_EDITS,
  ...AUDIO_COVER_EDITS,
  ...TEXT_EDITS,
  ...GEOMETRY_EDITS,
  ...LIGHT_EDITS,
  ...PADDING_EDITS,
  ...TIME_EDITS,
  ...BAND_EDITS,
];

/** How many random combinations are made of each clip. */
const COMBINATIONS = 24;

/** All edits that make sense for a clip, the ones to render first in front; combinations differ from clip to clip. */
export function editsFor(clip: ClipFacts, clipName: string, seed: number): Edit[] {
  const single = CATALOGUE.filter((edit) => edit.suits?.(clip) ?? true);
  const combined = Array.from({ length: COMBINATIONS }, (_, index) => {
    const name = `combined-${String(index + 1).padStart(2, "0")}`;
    return combineEdits(name, clip, CATALOGUE, seededRandom(seed, clipName, name));
  });
  return [
    ...single.filter(({ first }) => first),
    ...combined.slice(0, COMBINATIONS / 3),
    ...single.filter(({ first }) => !first),
    ...combined.slice(COMBINATIONS / 3),
  ];
}

/** One single edit by its name; a RangeError when there is none. */
export function editNamed(name: string): Edit {
  const edit = CATALOGUE.find((candidate) => candidate.name === name);
  if (edit === undefined) throw new RangeError(`No edit is called ${name}`);
  return edit;
}
