import { describe, expect, it } from "vitest";
import {
  changedParts,
  type EditTruth,
  rightParts,
} from "../../../native-bench/accuracy/reported/transform-parts.js";
import { IDENTITY_TRANSFORM } from "../../../src/verdict/verdict.js";

function made(extra: Partial<EditTruth> = {}): EditTruth {
  return {
    ...{ mirrored: false, angleDegrees: 0, zoom: 1, stretch: 1, speed: 1, offsetSeconds: 0 },
    ...{ content: { x: 0, y: 0, width: 1, height: 1 }, regions: [], stretches: [{ a: [0, 10], b: [0, 10] }] },
    ...extra,
  };
}

const told = (extra: Partial<typeof IDENTITY_TRANSFORM>) => ({ ...IDENTITY_TRANSFORM, ...extra });

describe("rightParts", () => {
  it("allows what the tolerances allow, and no more", () => {
    const real = made({ angleDegrees: 8, zoom: 1.25, speed: 1 });
    expect(rightParts(real, told({ angleDegrees: 10, zoom: 1.3125, speed: 1.03 }))).toEqual({
      ...{ mirror: true, "quarter turn": true, angle: true, zoom: true, speed: true, offset: true },
    });
    expect(
      rightParts(real, told({ angleDegrees: 10.1, zoom: 1.32, speed: 1.04, offsetSeconds: 0.51 })),
    ).toEqual({
      ...{ mirror: true, "quarter turn": true, angle: false, zoom: false, speed: false, offset: false },
    });
  });

  it("takes -179 degrees for close to 180", () => {
    expect(rightParts(made({ angleDegrees: 180 }), told({ angleDegrees: -179 }))).toMatchObject({
      angle: true,
      "quarter turn": true,
    });
  });

  it("tells a wrong quarter turn from a wrong angle", () => {
    const parts = rightParts(made({ angleDegrees: 90 }), told({ angleDegrees: 86 }));
    expect(parts).toMatchObject({ "quarter turn": true, angle: false });
    expect(rightParts(made({ angleDegrees: 90 }), told({ angleDegrees: -90 }))["quarter turn"]).toBe(false);
  });

  it("is content with the offset of any piece of the original", () => {
    const swapped = made({
      stretches: [
        { a: [0, 4], b: [0, 4] },
        { a: [7, 10], b: [4, 7] },
      ],
    });
    expect(rightParts(swapped, told({ offsetSeconds: -3.2 })).offset).toBe(true);
    expect(rightParts(swapped, told({ offsetSeconds: -1.5 })).offset).toBe(false);
  });

  it("puts the offset on b's clock at b's speed", () => {
    const trimmed = made({ speed: 1.25, stretches: [{ a: [5, 10], b: [1, 5] }] });
    expect(rightParts(trimmed, told({ speed: 1.25, offsetSeconds: -3 })).offset).toBe(true);
  });
});

describe("changedParts", () => {
  it("finds nothing changed in a copy", () => {
    expect(Object.values(changedParts(made()))).not.toContain(true);
  });

  it("names what the edit changed", () => {
    const changed = changedParts(made({ mirrored: true, angleDegrees: 180, zoom: 0.7 }));
    expect(changed).toEqual({
      ...{ mirror: true, "quarter turn": true, angle: true, zoom: true, speed: false, offset: false },
    });
  });
});
