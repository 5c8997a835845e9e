import { type Random, seededRandom } from "../../samples/random.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { SAMPLE_PIXELS } from "../../src/fingerprint/sampling-policy.js";
import { type Affine, compose, IDENTITY } from "../../src/picture/affine.js";
import type { Picture } from "../../src/picture/picture.js";
import { fittedSize } from "../../src/picture/resample.js";
import { warp } from "../../src/picture/warp.js";
import { sampleOf, syntheticDigest } from "./synthetic-creatives.js";

/** Up to so many edits at once. */
const MOST_STEPS = 3;

/** What is done to every picture of a creative. */
interface Edit {
  /** From the new picture's pixels to the old one's, both measured from their middles. */
  readonly map: Affine;
  /** Whether the new picture lies across the old one. */
  readonly turned: boolean;
  readonly gain: number;
  readonly lift: number;
  /** A caption or a sticker: place and size in shares of the new picture, and its luma. */
  readonly cover?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly luma: number;
  };
  /** Luma levels of noise, at most. */
  readonly noise: number;
}

type Step = (edit: Edit, random: Random) => Edit;

const scaled = (x: number, y: number): Affine => ({ a: x, b: 0, c: 0, d: 0, e: y, f: 0 });
const turnedBy = (degrees: number): Affine => {
  const angle = (degrees * Math.PI) / 180;
  return { a: Math.cos(angle), b: Math.sin(angle), c: 0, d: -Math.sin(angle), e: Math.cos(angle), f: 0 };
};
const after = (edit: Edit, inner: Affine): Edit => ({ ...edit, map: compose(edit.map, inner) });

/** The kinds of edit that samples/edits makes of videos, as far as they change where and how bright things are. */
const STEPS: readonly Step[] = [
  (edit) => after(edit, scaled(-1, 1)),
  (edit, random) => {
    const size = random.number(0.72, 0.95);
    const off = (): number => random.number(-0.5, 0.5) * (1 - size) * 48;
    return after(edit, { ...scaled(size, size), c: off(), f: off() });
  },
  (edit, random) => after(edit, turnedBy(random.number(-12, 12))),
  (edit, random) => ({ ...after(edit, turnedBy(random.pick([90, 270]))), turned: !edit.turned }),
  (edit, random) => {
    const size = 1 / random.number(0.6, 0.85);
    const off = random.pick([0, 0, 1]);
    return after(edit, {
      ...scaled(size, size),
      c: off * random.number(-0.5, 0.5) * (size - 1) * 48,
      f: off * random.number(-0.5, 0.5) * (size - 1) * 48,
    });
  },
  (edit, random) => after(edit, scaled(1, random.number(0.75, 1.3))),
  (edit, random) => ({ ...edit, gain: random.number(0.7, 1.3), lift: random.number(-25, 25) }),
  (edit, random) => {
    const height = random.number(0.08, 0.25);
    return {
      ...edit,
      cover: { x: 0, y: random.pick([0, 1 - height]), width: 1, height, luma: random.number(0, 255) },
    };
  },
  (edit, random) => {
    const side = random.number(0.2, 0.4);
    const cover = { x: random.number(0, 1 - side), y: random.number(0, 1 - side), width: side, height: side };
    return { ...edit, cover: { ...cover, luma: random.number(0, 255) } };
  },
  (edit, random) => ({ ...edit, noise: random.number(2, 15) }),
];

/** Part of the front that is cut off, seconds. */
const TRIMS = [0, 0, 0, 1, 3];

/** An edited copy of a creative: one to {@link MOST_STEPS} random edits and sometimes a trimmed start; another number is another one. */
export function plantedEdit(
  creative: Fingerprint,
  number: number,
  seed: number,
  background: (random: Random) => Picture,
): Fingerprint {
  const random = seededRandom("planted", seed, number);
  let edit: Edit = { map: IDENTITY, turned: false, gain: 1, lift: 0, noise: 1 };
  for (const step of random.shuffle(STEPS).slice(0, random.integer(1, MOST_STEPS))) edit = step(edit, random);
  const behind = background(random);
  const trim = random.pick(TRIMS);
  const shown = edit.turned
    ? { width: creative.height, height: creative.width }
    : { width: creative.width, height: creative.height };
  const size = fittedSize(shown.width, shown.height, SAMPLE_PIXELS);
  return {
    ...creative,
    ...shown,
    durationSeconds: creative.durationSeconds - trim,
    digests: { file: syntheticDigest("edit", seed, number) },
    samples: creative.samples
      .filter(({ timeSeconds }) => timeSeconds >= trim)
      .map(({ timeSeconds, picture }) =>
        sampleOf(timeSeconds - trim, edited(picture, size, edit, behind, random)),
      ),
  };
}

function edited(
  picture: Picture,
  size: { readonly width: number; readonly height: number },
  edit: Edit,
  behind: Picture,
  random: Random,
): Picture {
  const { width, height } = size;
  const shown = warp({ ...picture, values: picture.luma }, edit.map, width, height);
  const fill = warp(
    { ...behind, values: behind.luma },
    scaled(behind.width / width, behind.height / height),
    width,
    height,
    true,
  );
  const luma = new Uint8ClampedArray(width * height);
  for (let at = 0; at < luma.length; at++) {
    const value = shown[at]!;
    const lit = Number.isNaN(value) ? fill[at]! : 128 + edit.gain * (value - 128) + edit.lift;
    luma[at] =
      (coverAt(edit, (at % width) / width, Math.floor(at / width) / height) ?? lit) +
      random.number(-edit.noise, edit.noise);
  }
  return { ...size, luma: new Uint8Array(luma.buffer) };
}

function coverAt({ cover }: Edit, x: number, y: number): number | undefined {
  if (cover === undefined) return undefined;
  const inside = x >= cover.x && x < cover.x + cover.width && y >= cover.y && y < cover.y + cover.height;
  return inside ? cover.luma : undefined;
}
