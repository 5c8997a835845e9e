import { describe, expect, it } from "vitest";
import { DESCRIPTOR_LENGTH, describeView, VIEW_SIDE } from "../../src/signature/dct.js";
import { cosine } from "../../src/signature/key-samples.js";
import { ground } from "../synthetic/footage.js";

const view = (seed: number) => {
  const paint = ground(seed);
  return Float32Array.from({ length: VIEW_SIDE ** 2 }, (_, at) =>
    paint((at % VIEW_SIDE) / VIEW_SIDE, Math.floor(at / VIEW_SIDE) / VIEW_SIDE),
  );
};

describe("describeView", () => {
  it("gives a unit vector", () => {
    const values = describeView(view(1))!;
    expect(values).toHaveLength(DESCRIPTOR_LENGTH);
    expect(cosine(values, values)).toBeCloseTo(1, 5);
  });

  it("does not change with brightness and contrast", () => {
    const before = view(2);
    const after = before.map((value) => 0.6 * value + 70);
    expect(cosine(describeView(before)!, describeView(after)!)).toBeCloseTo(1, 4);
  });

  it("tells different pictures apart", () => {
    const likenesses = [3, 4, 5, 6, 7, 8].map((seed) =>
      cosine(describeView(view(2))!, describeView(view(seed))!),
    );
    expect(Math.max(...likenesses)).toBeLessThan(0.5);
  });

  it("describes no flat view, nor one with a trace of grain", () => {
    expect(describeView(new Float32Array(VIEW_SIDE ** 2).fill(90))).toBeUndefined();
    expect(describeView(view(1).map((value) => 90 + (value - 128) / 60))).toBeUndefined();
  });
});
