import { createHash } from "node:crypto";
import { type Random, seededRandom } from "../../samples/random.js";
import { blockhash } from "../../src/fingerprint/blockhash.js";
import type { Fingerprint, Sample } from "../../src/fingerprint/fingerprint.js";
import { SAMPLE_PIXELS, sampleAt } from "../../src/fingerprint/sampling-policy.js";
import { type Evidence, type StoredEvidence, storedEvidence } from "../../src/matching/candidate-evidence.js";
import type { Picture } from "../../src/picture/picture.js";
import { fittedSize } from "../../src/picture/resample.js";
import { warp } from "../../src/picture/warp.js";
import { keySamples } from "../../src/signature/key-samples.js";
import { collage } from "./collage.js";
import { withOtherSigns } from "./other-signs.js";

/** What an ordinary ad is like: its length and that of its shots, seconds. */
const DURATION_SECONDS = 15;
const SHOT_SECONDS = { least: 1.5, most: 5 };
/** Displayed sizes. */
const SIZES = [
  { width: 720, height: 1280 },
  { width: 720, height: 1280 },
  { width: 1280, height: 720 },
  { width: 1080, height: 1080 },
];
/** How much the camera zooms in within a second. */
const ZOOM_A_SECOND = 0.03;
/** Luma levels of grain, at most. */
const GRAIN = 3;

/** Key samples taken of a real creative. */
const REAL_SAMPLES = 8;

/** Stored creatives made of one drawing, which takes some milliseconds. */
const VARIANTS = 8;

/** Number of the first drawing that stored creatives are made of: no whole creative that is asked for is among them. */
const FIRST_STORED_DRAWING = 1_000_000;

/** Creatives that do not exist, each decided by its number and the seed. */
export class SyntheticCreatives {
  readonly #pictures: readonly Picture[];
  readonly #seed: number;
  #last: { readonly drawing: number; readonly evidence: StoredEvidence } | undefined;

  /** @param real fingerprints whose pictures the new ones are pieced together from; throws when all of them are flat */
  constructor(real: readonly Fingerprint[], seed: number) {
    this.#pictures = real.flatMap(({ samples }) =>
      keySamples(samples, REAL_SAMPLES).map(({ picture }) => picture),
    );
    if (this.#pictures.length === 0) throw new Error("There is no picture to make others from");
    this.#seed = seed;
  }

  /** A random picture of a real creative. */
  realPicture(random: Random): Picture {
    return random.pick(this.#pictures);
  }

  /** A whole creative, by its number from 0. */
  creative(number: number): Fingerprint {
    return this.#draw("whole", number);
  }

  /**
   * What an index holds of a creative that is never asked for, by its number from 0. Only every {@link VARIANTS}th is drawn; the others
   * have its descriptors with other signs (see `withOtherSigns`).
   */
  stored(number: number): StoredEvidence {
    const variant = number % VARIANTS;
    const drawing = (number - variant) / VARIANTS;
    if (this.#last?.drawing !== drawing) {
      const drawn = this.#draw("key samples", FIRST_STORED_DRAWING + drawing);
      this.#last = { drawing, evidence: storedEvidence(0, drawn) };
    }
    const { descriptors, hashes } = this.#last.evidence;
    const digests = { file: syntheticDigest("stored", this.#seed, number) };
    if (variant === 0) return { id: number, digests, descriptors, hashes };
    const random = seededRandom("variant", this.#seed, number);
    return { id: number, digests, ...variantOf({ descriptors, hashes }, random) };
  }

  /** Whether a stored creative has pictures: the variants of a drawing have none. */
  isPictured(number: number): boolean {
    return number % VARIANTS === 0;
  }

  /** The whole creative that a stored one is found by the key samples of. Throws for one that has no pictures. */
  pictured(number: number): Fingerprint {
    if (!this.isPictured(number))
      throw new RangeError(`expected a multiple of ${VARIANTS} but received ${number}`);
    return this.#draw("whole", FIRST_STORED_DRAWING + number / VARIANTS);
  }

  /** With all its samples, or only the first of each shot, which is where key samples come from. */
  #draw(what: "whole" | "key samples", number: number): Fingerprint {
    const random = seededRandom("drawn", this.#seed, number);
    const grain = seededRandom("grain", this.#seed, number);
    const shown = random.pick(SIZES);
    const size = fittedSize(shown.width, shown.height, SAMPLE_PIXELS);
    const samples: Sample[] = [];
    let shot: Float32Array = new Float32Array();
    let from = 0;
    let until = 0;
    for (let time = 0; time < DURATION_SECONDS; ) {
      const { middleSeconds, sampleSeconds } = sampleAt(time);
      time += sampleSeconds;
      if (middleSeconds > until) {
        shot = collage(this.#pictures, size, random);
        from = middleSeconds;
        until = from + random.number(SHOT_SECONDS.least, SHOT_SECONDS.most);
      } else if (what === "key samples") continue;
      const zoom = 1 - ZOOM_A_SECOND * (middleSeconds - from);
      samples.push(sampleOf(middleSeconds, filmed(shot, size, zoom, grain)));
    }
    return {
      ...{ kind: "video", ...shown, durationSeconds: DURATION_SECONDS, pictureStep: 1, samples },
      digests: { file: syntheticDigest(what, this.#seed, number) },
      layout: { kind: "plain", content: { x: 0, y: 0, width: 1, height: 1 } },
    };
  }
}

/** What another creative with the same statistics would be found by (see `withOtherSigns`). */
export function variantOf({ descriptors, hashes }: Evidence, random: Random): Evidence {
  return {
    descriptors: withOtherSigns(descriptors, random),
    hashes: hashes.map((hash) => Uint8Array.from(random.shuffle([...hash]))),
  };
}

/** A sample without colour. */
export function sampleOf(timeSeconds: number, picture: Picture): Sample {
  return { timeSeconds, picture, hash: blockhash(picture), chromaBlue: 128, chromaRed: 128 };
}

/** A digest that only equals that of the same parts. */
export function syntheticDigest(...parts: readonly (string | number)[]): string {
  return `sha256:${createHash("sha256").update(parts.join("\0")).digest("hex")}`;
}

function filmed(
  values: Float32Array,
  size: { readonly width: number; readonly height: number },
  zoom: number,
  random: Random,
): Picture {
  const map = { a: zoom, b: 0, c: 0, d: 0, e: zoom, f: 0 };
  const luma = new Uint8ClampedArray(warp({ ...size, values }, map, size.width, size.height, true));
  for (let at = 0; at < luma.length; at++) luma[at] = luma[at]! + random.number(-GRAIN, GRAIN);
  return { ...size, luma: new Uint8Array(luma.buffer) };
}
