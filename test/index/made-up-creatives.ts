import type { IndexedCreative } from "../../src/index/creative-index.js";
import type { AskedView } from "../../src/signature/descriptors.js";
import { MOMENT_BYTES } from "../../src/signature/descriptors.js";
import { SHORT_BYTES, shorten } from "../../src/signature/short-descriptor.js";

/** What is asked and stored when it matters not. */
const RADIUS = 0.66;

/** A creative of random views, the same for the same id: `moments` of them, three views each, the others empty. */
export function madeUpCreative(id: number, moments = 2): IndexedCreative {
  const random = generator(id + 1);
  const bytes = new Int8Array(moments * MOMENT_BYTES);
  for (let moment = 0; moment < moments; moment++) {
    for (const view of [0, 2, 7])
      bytes.set(shorten(unit(random)), moment * MOMENT_BYTES + view * SHORT_BYTES);
  }
  return { id, moments: bytes };
}

/** Creatives with ids from `from`. */
export function madeUpCreatives(count: number, from = 0): IndexedCreative[] {
  return Array.from({ length: count }, (_, i) => madeUpCreative(from + i));
}

/** Asks for all views of a creative as they are, each a little changed: `spread` 0.5 is about a cosine of 0.97. */
export function viewsOf({ id, moments }: IndexedCreative, spread = 0, radius = RADIUS): AskedView[] {
  const random = generator(id + 77);
  return Array.from({ length: moments.length / SHORT_BYTES }, (_, place) => place).flatMap((place) => {
    const short = moments.slice(place * SHORT_BYTES, (place + 1) * SHORT_BYTES);
    if (short.every((value) => value === 0)) return [];
    const views = MOMENT_BYTES / SHORT_BYTES;
    const changed = Float32Array.from(
      short.subarray(0, SHORT_BYTES - 1),
      (value) => value / 127 + (spread * random()) / 8,
    );
    const asked = spread === 0 ? short : shorten(normalised(changed));
    return [{ short: asked, turns: 1, moment: Math.floor(place / views), view: place % views, radius }];
  });
}

function unit(random: () => number): Float32Array {
  return normalised(Float32Array.from({ length: SHORT_BYTES - 1 }, random));
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((component) => component / length);
}

/** mulberry32, mapped to [-1, 1). */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e_37_79_b1);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}
