import { createHash } from "node:crypto";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A repeatable source of random choices: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A whole number, both bounds included. */
  integer(min: number, max: number): number;
  /** A number in `[min, max)`. */
  number(min: number, max: number): number;
  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** `items` in another order; the input is left alone. */
  shuffle<T>(items: readonly T[]): T[];
}

/** Random choices that depend on every part of the seed and on nothing else. */
export function seededRandom(...seed: readonly (string | number)[]): Random {
  const generator = xoroshiro128plus(createHash("sha256").update(seed.join("\0")).digest().readInt32LE());
  const integer = (min: number, max: number): number => uniformInt(generator, min, max);
  return {
    integer,
    number: (min, max) => min + (max - min) * uniformFloat64(generator),
    pick: (items) => items[integer(0, items.length - 1)]!,
    shuffle: (items) => {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = integer(0, last);
        [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
      }
      return mixed;
    },
  };
}
