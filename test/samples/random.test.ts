import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../samples/random.js";

test("the same seed gives the same choices, another seed others", () => {
  const draw = (...seed: (string | number)[]): number[] => {
    const random = seededRandom(...seed);
    return Array.from({ length: 20 }, () => random.integer(0, 1_000_000));
  };
  expect(draw(1, "clip", "edit")).toEqual(draw(1, "clip", "edit"));
  expect(draw(1, "clip", "edit")).not.toEqual(draw(2, "clip", "edit"));
  expect(draw(1, "clipe", "dit")).not.toEqual(draw(1, "clip", "edit"));
});

test("choices stay within their bounds, and shuffling only changes the order", () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer(), { minLength: 1 }), (seed, items) => {
      const random = seededRandom(seed);
      expect(random.number(2, 3)).toSatisfy((value: number) => value >= 2 && value < 3);
      expect(items).toContain(random.pick(items));
      expect(random.shuffle(items).sort()).toEqual([...items].sort());
    }),
  );
});
