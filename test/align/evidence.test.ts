import { describe, expect, it } from "vitest";
import { gatherEvidence } from "../../src/align/evidence.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { IDENTITY } from "../../src/picture/affine.js";
import type { Region } from "../../src/picture/picture.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
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

  it("is none where two bands cross in next to nothing that decides", () => {
    const clip = fingerprintOf(footage(1, { seconds: 4 }));
    const showing = (content: Region): Fingerprint => ({ ...clip, layout: { kind: "three-band", content } });
    const upright = showing({ x: 0.34, y: 0, width: 0.32, height: 1 });
    const crossedBy = (height: number) =>
      gatherEvidence(showing({ x: 0, y: (1 - height) / 2, width: 1, height }), upright, {
        map: IDENTITY,
        correlation: 1,
      });
    expect(crossedBy(0.32)?.cells).toHaveLength(6);
    expect(crossedBy(0.1)).toBeUndefined();
  });
});
