import type { ClipFacts } from "../montage/clip-facts.js";
import type { Random } from "../random.js";
import type { Edit } from "./edit.js";

/**
 * What can be combined, in the order an editor works in: at most one edit of each slot is taken. Strong edits are
 * left to stand alone; a combination is hard enough without them.
 */
const SLOTS: readonly (readonly string[])[] = [
  [
    "speed-0.9",
    "speed-1.1",
    "tail-replaced-25-percent",
    "start-trimmed-10-percent",
    "end-trimmed-25-percent",
    "intro-added",
    "end-card-added",
  ],
  [
    "brighter",
    "darker",
    "contrast-up",
    "contrast-down",
    "gamma-1.5",
    "hue-turned",
    "grey",
    "noise",
    "blur",
    "vignette",
  ],
  ["mirrored"],
  ["cropped-to-85-percent", "zoom-1.1", "zoom-1.25", "stretched-0.8"],
  [
    "turned-right-3-black-corners",
    "turned-left-3-zoomed",
    "turned-right-8-zoomed",
    "turned-left-8-black-corners",
    "turned-180",
    "turned-90",
  ],
  ["caption", "title-bar", "logo", "sticker-8-percent", "logo-blurred-out"],
  ["bars-black", "bars-blurred", "coloured-frame", "picture-in-picture-80-still", "three-band"],
  ["fps-15", "crf-32", "scaled-half", "other-music"],
];
/** How many edits one combination has, both included. */
const STEPS = { fewest: 3, most: 5 } as const;

/** A random combination of three to five edits of `catalogue` for one clip. The same `random` gives the same combination. */
export function combineEdits(
  name: string,
  clip: ClipFacts,
  catalogue: readonly Edit[],
  random: Random,
): CombinedEdit {
  const count = random.integer(STEPS.fewest, STEPS.most);
  const chosenSlots = new Set(random.shuffle(SLOTS.map((_, index) => index)).slice(0, count));
  const steps: Edit[] = [];
  SLOTS.forEach((slot, index) => {
    if (!chosenSlots.has(index)) return;
    const fitting = slot.map((step) => catalogued(step, catalogue)).filter((edit) => fits(edit, clip, steps));
    steps.push(random.pick(fitting));
  });
  return {
    name,
    group: "combined",
    rules: [...new Set(steps.flatMap(({ rules }) => rules))].sort((one, other) => one - other),
    strength: "strong",
    steps: steps.map((step) => step.name),
    apply: (montage, material) => {
      for (const step of steps) step.apply(montage, material);
    },
  };
}

/** An edit made of others. */
export interface CombinedEdit extends Edit {
  /** Names of the edits, in the order they are applied. */
  readonly steps: readonly string[];
}

function catalogued(name: string, catalogue: readonly Edit[]): Edit {
  const edit = catalogue.find((candidate) => candidate.name === name);
  if (edit === undefined) throw new RangeError(`No edit is called ${name}`);
  return edit;
}

/** A clip set upright has become tall, and bands need a wide picture. */
function fits(edit: Edit, clip: ClipFacts, before: readonly Edit[]): boolean {
  if (edit.group === "bands" && before.some(({ name }) => name === "turned-90")) return false;
  return edit.suits?.(clip) ?? true;
}
