import { seededRandom } from "../../samples/random.js";
import type { HostileFile } from "./hostile-answers.js";
import type { MediaSeed } from "./media-seeds.js";
import { mutate } from "./mutations.js";

/** `count` files made wrong, of all formats in turn; the seed and the number decide each. */
export function* mutatedMedia(
  seeds: readonly MediaSeed[],
  count: number,
  seed: number,
): Generator<HostileFile, void, undefined> {
  const all = seeds.map(({ bytes }) => bytes);
  for (let number = 0; number < count; number++) {
    const original = seeds[number % seeds.length]!;
    const { bytes, how } = mutate(original.bytes, seededRandom("mutation", seed, number), all);
    yield { name: `${number} ${original.name}: ${how.join(", ")}`, bytes };
  }
}
