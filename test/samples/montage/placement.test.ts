import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boundsAfter,
  describePlacement,
  followedBy,
  IN_PLACE,
  mirroredAcross,
  scaledAndMoved,
  turned,
} from "../../../samples/montage/placement.js";

const SIZE = { width: 640, height: 360 };

test("what was done to a picture is read off its placement again", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.integer({ min: -179, max: 180 }),
      fc.double({ min: 0.3, max: 3, noNaN: true }),
      (mirrored, angleDegrees, zoom) => {
        let placement = mirrored ? mirroredAcross(SIZE.width) : IN_PLACE;
        placement = followedBy(placement, turned(angleDegrees, SIZE, SIZE));
        placement = followedBy(placement, scaledAndMoved(zoom, zoom, 7, -3));
        const seen = describePlacement(placement, SIZE, SIZE);
        expect(seen.mirrored).toBe(mirrored);
        expect(seen.angleDegrees).toBeCloseTo(angleDegrees, 6);
        expect(seen.zoom).toBeCloseTo(zoom, 6);
        expect(seen.stretch).toBeCloseTo(1, 6);
      },
    ),
  );
});

test("a quarter turn clockwise brings the top left corner to the top right", () => {
  const upright = { width: 360, height: 640 };
  const corner = boundsAfter(turned(90, SIZE, upright), { x: 0, y: 0, width: 10, height: 20 });
  expect(corner.x).toBeCloseTo(340);
  expect(corner.y).toBeCloseTo(0);
  expect(corner.width).toBeCloseTo(20);
  expect(corner.height).toBeCloseTo(10);
});
