import { describe, expect, it } from "vitest";
import { motionBar } from "../../src/verdict/motion-bar.js";

const copied = {
  mirrored: false,
  angleDegrees: 0,
  zoom: 1,
  stretch: 1,
  shift: { x: 0, y: 0 },
  speed: 1,
  offsetSeconds: 0,
};
const cropped = { ...copied, mirrored: true, zoom: 1.5 };
const alike = { withNextMoment: 0.9, besideEachOther: 0, cells: 8 };
const bar = (coincidence: number, transform = copied, cells = 8) =>
  motionBar({ ...alike, coincidence, bestCoincidence: coincidence, cells }, transform);

describe("the common motion that is asked for", () => {
  it("is less where what moves coincides line for line", () => {
    expect(bar(0.97).full).toBeLessThan(bar(0.94).full);
  });

  it("is most where it only resembles, on pictures that lie as a template's do", () => {
    expect(bar(0.85).from).toBeGreaterThan(bar(0.94).full);
    expect(bar(0.85).from).toBeGreaterThan(bar(0.6, cropped).from);
  });

  it("is as for any edit where the pictures lie otherwise, down to where what moves hardly coincides", () => {
    expect(bar(0.8, cropped)).toEqual(bar(0.94, cropped));
    expect(bar(0.6, cropped).from).toBeGreaterThan(bar(0.8, cropped).from + 0.1);
  });

  it("is not raised by what an overlay spoils, where the rest coincides entirely", () => {
    const structure = { ...alike, coincidence: 0.8 };
    expect(motionBar({ ...structure, bestCoincidence: 0.999 }, copied)).toEqual(bar(0.94));
    expect(motionBar({ ...structure, bestCoincidence: 0.97 }, copied)).toEqual(bar(0.8));
  });

  it("is not raised where a side's own next moment coincides far less, and samples lie beside each other", () => {
    const structure = { ...alike, coincidence: 0.86, bestCoincidence: 0.97 };
    const fast = { ...structure, withNextMoment: 0.4 };
    expect(motionBar({ ...fast, besideEachOther: 1 }, copied)).toEqual(bar(0.94));
    expect(motionBar(fast, copied)).toEqual(bar(0.86));
    expect(motionBar({ ...structure, besideEachOther: 1 }, copied)).toEqual(bar(0.86));
  });

  it("is most where a side holds still between its cuts and the other only resembles it, as decks of one design do", () => {
    const deck = { ...alike, withNextMoment: 0.99, coincidence: 0.72, bestCoincidence: 0.83 };
    const moving = { ...deck, withNextMoment: 0.7 };
    const tilted = { ...copied, angleDegrees: -3.3, stretch: 0.93 };
    expect(motionBar(deck, tilted).from).toBeGreaterThan(motionBar(moving, tilted).from + 0.1);
    expect(motionBar({ ...deck, bestCoincidence: 1 }, copied).full).toBeLessThan(0.85);
    for (const edited of [cropped, { ...copied, stretch: 0.8 }])
      expect(motionBar(deck, edited)).toEqual(motionBar(moving, edited));
  });

  it("does not hear a cell or two", () => {
    expect(bar(0.3, cropped, 1)).toEqual(bar(0.94, cropped, 1));
  });
});
