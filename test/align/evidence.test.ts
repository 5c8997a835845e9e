import { describe, expect, it } from "vitest";
import { footage } from "../synthetic/footage.js";
import { relit } from "../synthetic/picture-edits.js";
import { aligned } from "./aligned.js";

describe("evidence", () => {
  it.each([0.6, 1, 1.3])("tells the contrast of the later creative against the earlier, %f", (contrast) => {
    const clip = footage(1, { seconds: 4 });
    const dim = relit(clip, { contrast: 0.7 });
    const { gain } = aligned(dim, relit(dim, { contrast, brightness: 10 }));
    expect(Math.abs(gain / contrast - 1)).toBeLessThan(0.06);
  });
});
