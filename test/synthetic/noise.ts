/** A number from 0 to 1 for whole numbers; the same ones always give the same number. */
export function noise(...keys: readonly number[]): number {
  let mixed = 0x9e_37_79_b1;
  for (const key of keys) {
    mixed = Math.imul(mixed ^ key, 0x85_eb_ca_6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
    mixed ^= mixed >>> 16;
  }
  return (mixed >>> 0) / 2 ** 32;
}

/** A smooth function of the plane, -1 to 1, that changes over a distance of 1 and repeats after 64. */
export type Texture = (x: number, y: number) => number;

const PERIOD = 64;

/** The texture of a seed: noise on a grid, bilinear in between. */
export function texture(seed: number): Texture {
  const grid = Float32Array.from({ length: PERIOD * PERIOD }, (_, at) => 2 * noise(seed, at) - 1);
  const at = (column: number, row: number) => grid[(row & (PERIOD - 1)) * PERIOD + (column & (PERIOD - 1))]!;
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const fx = x - column;
    const fy = y - row;
    const top = at(column, row) * (1 - fx) + at(column + 1, row) * fx;
    const bottom = at(column, row + 1) * (1 - fx) + at(column + 1, row + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  };
}
