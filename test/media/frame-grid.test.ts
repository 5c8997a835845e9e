import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnalysisPlan } from "../../src/media/decoded-media.js";
import { isTaken, keptFrames, lastFrameUpTo, placeOfFrame } from "../../src/media/frame-grid.js";

const PLAN: AnalysisPlan = {
  framesPerSecond: 8,
  denseSeconds: 1,
  laterEvery: 2,
  longSide: 64,
  maxSeconds: 60,
};

const plans = fc
  .record({
    framesPerSecond: fc.integer({ min: 1, max: 12 }),
    denseSeconds: fc.integer({ min: 0, max: 5 }),
    laterEvery: fc.integer({ min: 1, max: 5 }),
  })
  .map((grid) => ({ ...PLAN, ...grid }));

describe("the frames of a plan", () => {
  it("are at every place of the front, then at every second one", () => {
    expect(Array.from({ length: 13 }, (_, frame) => placeOfFrame(PLAN, frame))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16,
    ]);
    expect(keptFrames(PLAN)).toBe("lt(n\\,8)+not(mod(n-8\\,2))");
  });

  it("are found again from their places, and from those up to the next", () => {
    fc.assert(
      fc.property(plans, fc.nat(200), (plan, frame) => {
        const [place, next] = [placeOfFrame(plan, frame), placeOfFrame(plan, frame + 1)];
        expect(isTaken(plan, place)).toBe(true);
        for (let between = place; between < next; between++) {
          expect(lastFrameUpTo(plan, between)).toBe(frame);
          expect(isTaken(plan, between)).toBe(between === place);
        }
      }),
    );
  });
});
