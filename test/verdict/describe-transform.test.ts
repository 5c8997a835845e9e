import fc from "fast-check";
import { expect, it } from "vitest";
import { describeTransform, mapOfTransform } from "../../src/verdict/describe-transform.js";

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const size = fc.record({ width: fc.integer({ min: 24, max: 96 }), height: fc.integer({ min: 24, max: 96 }) });

it("a described transform gives back the map it was read from", () => {
  const transform = fc.record({
    mirrored: fc.boolean(),
    // Near 45 degrees a picture fills another's width or its height; either reading is right.
    angleDegrees: fc.oneof(share(-40, 40), share(50, 130), share(-130, -50), share(140, 179)),
    zoom: share(0.4, 2.5),
    stretch: share(0.7, 1.4),
    speed: fc.constant(1),
    offsetSeconds: fc.constant(0),
    shift: fc.record({ x: share(-0.5, 0.5), y: share(-0.5, 0.5) }),
  });
  fc.assert(
    fc.property(transform, size, size, (told, reference, query) => {
      const read = describeTransform(mapOfTransform(told, reference, query), reference, query, undefined);
      expect(read.mirrored).toBe(told.mirrored);
      expect(read.angleDegrees).toBeCloseTo(told.angleDegrees, 0);
      expect(read.zoom).toBeCloseTo(told.zoom, 1.9);
      expect(read.stretch).toBeCloseTo(told.stretch, 1.9);
      expect(read.shift?.x).toBeCloseTo(told.shift.x, 2);
      expect(read.shift?.y).toBeCloseTo(told.shift.y, 2);
    }),
  );
});
