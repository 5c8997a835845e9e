import { describe, expect, it } from "vitest";
import { align, prepareQuery } from "../../src/align/align.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { mirrored, zoomed } from "../synthetic/picture-edits.js";

const prints = [1, 2, 3, 4, 5].map((seed) => fingerprintOf(footage(seed)));

describe("other footage", () => {
  it("is told without being laid on what it is compared with", () => {
    const laid = prints.flatMap((query) => {
      const prepared = prepareQuery(query);
      return prints.filter((reference) => reference !== query && align(prepared, reference) !== undefined);
    });
    expect(laid).toEqual([]);
  });
});

describe("an edit", () => {
  it.each([
    ["mirrored", mirrored(footage(1))],
    ["zoomed", zoomed(footage(1), 1.4)],
    ["shrunk", zoomed(footage(1), 0.7)],
  ])("is laid on its original, %s", (_, edit) => {
    expect(align(prepareQuery(fingerprintOf(edit)), prints[0]!)).toBeDefined();
  });
});
