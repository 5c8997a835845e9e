import { describe, expect, it } from "vitest";
import { noteDesign } from "../../src/design/note-design.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf, imageFingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { padded } from "../synthetic/layout-edits.js";
import { reencoded } from "../synthetic/picture-edits.js";

const clip = footage(1);
const notesOf = (each: Clip) => noteDesign(fingerprintOf(each));

/** Stays at each of these moments for two seconds. */
function stills(...moments: readonly number[]): Clip {
  return {
    ...clip,
    seconds: 2 * moments.length,
    lumaAt: (x, y, t) => clip.lumaAt(x, y, moments[Math.min(moments.length - 1, Math.floor(t / 2))] ?? 0),
  };
}

/** Light and shade that pass into each other without an edge, as a strong blur leaves them. */
const soft: Clip = {
  ...clip,
  seconds: 2,
  lumaAt: (x, y, t) => 120 + 60 * Math.sin(6 * x + t) + 50 * Math.cos(7 * y - 2 * t),
};

/** Lines of print that scroll up over plain paper. */
const print: Clip = {
  ...clip,
  lumaAt: (x, y, t) => {
    const line = y + t * 0.05;
    const inLine = Math.floor(line * 40) % 4 === 0 && y > 0.2 && y < 0.8;
    return inLine && x > 0.1 && x < 0.9 && Math.floor(x * 40) % 2 === 0 ? 20 : 240;
  },
};

describe("noteDesign", () => {
  it("notes nothing of footage, re-encoded, padded or as an image", () => {
    for (const each of [clip, footage(2), reencoded(clip), padded(clip, 16 / 9)])
      expect(notesOf(each)).toEqual([]);
    expect(noteDesign(imageFingerprintOf(clip))).toEqual([]);
  });

  it("notes stills that follow each other", () => {
    expect(notesOf(stills(0, 2, 4))).toEqual(["stills-only"]);
    // Inside bars that never move, too.
    expect(notesOf(padded(stills(0, 2, 4), 16 / 9))).toEqual(["stills-only"]);
  });

  it("notes a heavy blur", () => {
    expect(notesOf(soft)).toEqual(["blurred"]);
  });

  it("notes print on plain paper", () => {
    expect(notesOf(print)).toEqual(["text-only"]);
  });

  it("says nothing of pictures in which there is nothing but that they are still", () => {
    expect(notesOf({ ...clip, lumaAt: () => 30 })).toEqual(["stills-only"]);
  });
});
