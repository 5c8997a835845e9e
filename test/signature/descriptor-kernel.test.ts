import { describe, expect, it } from "vitest";
import { DESCRIPTOR_LENGTH, VIEW_SIDE } from "../../src/signature/dct.js";
import { describeViews } from "../../src/signature/describe-views.js";
import { cosine } from "../../src/signature/key-samples.js";
import { ground } from "../synthetic/footage.js";

const WHOLE = { centreX: 0.5, centreY: 0.5, width: 1, height: 1, angleDegrees: 0 };

const view = (seed: number) => {
  const paint = ground(seed);
  return Float32Array.from({ length: VIEW_SIDE ** 2 }, (_, at) =>
    paint((at % VIEW_SIDE) / VIEW_SIDE, Math.floor(at / VIEW_SIDE) / VIEW_SIDE),
  );
};

const describeView = (luma: Float32Array) =>
  describeViews([{ width: VIEW_SIDE, height: VIEW_SIDE, luma: Uint8Array.from(luma) }], [WHOLE])[0]![0];

describe("a descriptor", () => {
  it("is a unit vector", () => {
    const values = describeView(view(1))!;
    expect(values).toHaveLength(DESCRIPTOR_LENGTH);
    expect(cosine(values, values)).toBeCloseTo(1, 5);
  });

  it("does not change with brightness and contrast", () => {
    const before = view(2);
    const after = before.map((value) => 0.6 * value + 70);
    expect(cosine(describeView(before)!, describeView(after)!)).toBeGreaterThan(0.999);
  });

  it("tells different pictures apart", () => {
    const likenesses = [3, 4, 5, 6, 7, 8].map((seed) =>
      cosine(describeView(view(2))!, describeView(view(seed))!),
    );
    expect(Math.max(...likenesses)).toBeLessThan(0.5);
  });

  it("is none of a flat view, nor of one with a trace of grain", () => {
    expect(describeView(new Float32Array(VIEW_SIDE ** 2).fill(90))).toBeUndefined();
    expect(describeView(view(1).map((value) => 90 + (value - 128) / 60))).toBeUndefined();
  });
});
