import { endCard } from "../drawing/backdrops.js";
import type { ClipFacts } from "../montage/clip-facts.js";
import { changeSpeed, insertAfter, insertBefore, keepOnly } from "../montage/cutting.js";
import type { Montage } from "../montage/montage.js";
import { type Edit, type Material, partnerFootage, type Strength } from "./edit.js";

/** Longest intro, seconds; and its longest share of the original, so that a short clip is not swamped by it. */
const INTRO = { seconds: 2, share: 0.3 } as const;
/** The same for end cards. */
const END_CARD = { seconds: 3, share: 0.4 } as const;

/** Rule 7 and its relatives: what plays when. */
export const TIME_EDITS: readonly Edit[] = [
  ...([0.8, 0.9, 1.1, 1.25] as const).map((speed) => {
    const strength = speed === 0.8 || speed === 1.25 ? "strong" : "medium";
    return time(
      `speed-${speed}`,
      [1, 4, 7],
      strength,
      (montage) => changeSpeed(montage, speed),
      speed === 1.25,
    );
  }),
  ...([25, 40, 50] as const).map((percent) =>
    time(
      `tail-replaced-${percent}-percent`,
      [7],
      percent === 25 ? "mild" : percent === 40 ? "medium" : "strong",
      (montage, material) => replaceTail(montage, material, percent / 100),
      percent === 40,
    ),
  ),
  ...([10, 25, 40] as const).map((percent) =>
    time(
      `start-trimmed-${percent}-percent`,
      [1, 7],
      percent === 10 ? "mild" : percent === 25 ? "medium" : "strong",
      (montage) => keepShare(montage, percent / 100, 1),
      percent === 25,
    ),
  ),
  ...([25, 50] as const).map((percent) =>
    time(
      `end-trimmed-${percent}-percent`,
      [7, 1],
      percent === 25 ? "mild" : "strong",
      (montage) => keepShare(montage, 0, 1 - percent / 100),
      percent === 25,
    ),
  ),
  time("intro-added", [1, 7], "medium", (montage, material) => addIntro(montage, material), true),
  time("end-card-added", [7, 1], "mild", (montage, material) => addEndCard(montage, material)),
  { ...time("shot-removed", [1, 7], "medium", (montage) => removeShot(montage)), suits: longEnoughForShots },
  { ...time("shots-swapped", [1, 7], "strong", (montage) => swapShots(montage)), suits: longEnoughForShots },
];

/** Everything from `1 - share` of the way on comes from the partner clip instead. */
export function replaceTail(montage: Montage, material: Material, share: number): void {
  const seconds = montage.durationSeconds * share;
  keepShare(montage, 0, 1 - share);
  insertAfter(montage, partnerFootage(material), seconds);
}

/** A short piece of the partner clip in front. */
export function addIntro(montage: Montage, material: Material): void {
  insertBefore(
    montage,
    partnerFootage(material),
    Math.min(INTRO.seconds, montage.durationSeconds * INTRO.share),
  );
}

/** A drawn brand card behind. */
export function addEndCard(montage: Montage, { random }: Material): void {
  const seconds = Math.min(END_CARD.seconds, montage.durationSeconds * END_CARD.share);
  insertAfter(montage, { drawing: endCard(random, montage.width, montage.height) }, seconds);
}

/** Plays only the part from `from` to `to`, both shares of the duration. */
export function keepShare(montage: Montage, from: number, to: number): void {
  keepOnly(montage, [[montage.durationSeconds * from, montage.durationSeconds * to]]);
}

function removeShot(montage: Montage): void {
  const at = (share: number): number => montage.durationSeconds * share;
  keepOnly(montage, [
    [0, at(0.45)],
    [at(0.65), at(1)],
  ]);
}

function swapShots(montage: Montage): void {
  const at = (share: number): number => montage.durationSeconds * share;
  keepOnly(montage, [
    [0, at(0.4)],
    [at(0.7), at(1)],
    [at(0.4), at(0.7)],
  ]);
}

/** Below this, cutting inside the clip leaves pieces too short to be called shots. */
function longEnoughForShots(clip: ClipFacts): boolean {
  return clip.durationSeconds >= 4;
}

function time(
  name: string,
  rules: Edit["rules"],
  strength: Strength,
  apply: Edit["apply"],
  first = false,
): Edit {
  return { name, group: "time", rules, strength, ...(first && { first }), apply };
}
