/** Seeded unit vectors: the same on every run. */
export function unitVectors(count: number, dimension: number, seed = 1): Float32Array[] {
  const random = generator(seed);
  return Array.from({ length: count }, () => unit(Float32Array.from({ length: dimension }, random)));
}

/** A unit vector a little away from another; `spread` 0.1 is about 0.01 of squared distance a dimension unit. */
export function near(vector: Float32Array, spread: number, seed: number): Float32Array {
  const random = generator(seed);
  return unit(vector.map((component) => component + (spread * random()) / Math.sqrt(vector.length)));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((component) => component / length);
}

/** mulberry32, mapped to [-1, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}
