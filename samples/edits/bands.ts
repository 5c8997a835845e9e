import { bandTemplate } from "../drawing/backdrops.js";
import type { ClipFacts } from "../montage/clip-facts.js";
import type { Montage } from "../montage/montage.js";

import type { Random } from "../random.js";
import type { Edit } from "./edit.js";
import { fitInto, paddedCanvas } from "./padding.js";

/** Rule 8: a wide video between a fixed top and a fixed bottom band. */
export const BAND_EDITS: readonly Edit[] = [
  {
    name: "three-band",
    group: "bands",
    rules: [8, 4],
    strength: "medium",
    first: true,
    suits: suitsBands,
    apply: (montage, { random }) => addBands(montage, random),
  },
  {
    name: "three-band-other-template",
    group: "bands",
    rules: [8, 3],
    strength: "medium",
    first: true,
    against: "three-band",
    suits: suitsBands,
    apply: (montage, { random }) => addBands(montage, random),
  },
  {
    name: "three-band-raised",
    group: "bands",
    rules: [8, 4],
    strength: "medium",
    against: "three-band",
    suits: suitsBands,
    apply: (montage, { random }) => addBands(montage, random, 0.35),
  },
];

/** Tall clips have no room for bands. */
export function suitsBands(clip: ClipFacts): boolean {
  return clip.width >= clip.height;
}

/** Lays the picture into a 9:16 frame with drawn bands; `raised` is the top band's share of what the bands have. */
export function addBands(montage: Montage, random: Random, raised = 0.5): void {
  const canvas = paddedCanvas(montage.size);
  const { x, y } = fitInto(montage, canvas);
  const top = Math.round(y * 2 * raised);
  const drawing = bandTemplate(random, canvas.width, canvas.height, top, montage.height);
  const framesPerSecond = montage.original.framesPerSecond;
  const background = montage.read({
    kind: "drawing",
    drawing,
    seconds: montage.durationSeconds + 1,
    framesPerSecond,
  });
  montage.layOnto(background, canvas, x, top);
}
