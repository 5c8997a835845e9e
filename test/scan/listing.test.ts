import { expect, it } from "vitest";
import { listPair } from "../../src/scan/listing.js";
import { distinctVerdict, type Grade } from "../../src/verdict/verdict.js";

it.each<[Grade, number, number | undefined, boolean]>([
  ["similar", 0.6, undefined, true],
  ["similar", 0.6, 0.6, true],
  ["similar", 0.6, 0.7, false],
  ["duplicate", 0.85, 0.9, false],
  ["identical", 1, 1, true],
  ["possible", 0.2, 1, true],
  ["distinct", 0.4, undefined, false],
])("lists a %s pair of %f at the threshold %s: %s", (grade, similarity, threshold, isListed) => {
  const pair = listPair("a", "b", { ...distinctVerdict(), grade, similarity }, threshold);
  expect(pair?.grade).toBe(isListed ? grade : undefined);
});
