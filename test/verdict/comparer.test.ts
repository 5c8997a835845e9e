import { describe, expect, it } from "vitest";
import { decodeFingerprint, encodeFingerprint } from "../../src/fingerprint/codec.js";
import { createComparer } from "../../src/verdict/compare.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf, imageFingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { judge, judgePrints } from "../synthetic/judge.js";
import { mirrored, overlaid, reencoded, turned, zoomed } from "../synthetic/picture-edits.js";
import { cut, joined, sped } from "../synthetic/time-edits.js";

const clip = footage(1);
const edit = overlaid(mirrored(turned(clip, 3)), { x: 0.1, y: 0.8, width: 0.8, height: 0.1 });

describe("comparing", () => {
  it("gives the same verdict every time, whatever was compared before", () => {
    const [reference, query, other] = [clip, edit, footage(2)].map((shown) => fingerprintOf(shown));
    const comparer = createComparer(query!);
    const first = comparer.compareWith(reference!);
    comparer.compareWith(other!);
    expect(comparer.compareWith(reference!)).toEqual(first);
    expect(judgePrints(fingerprintOf(clip), fingerprintOf(edit))).toEqual(first);
  });

  it("gives the same verdict on fingerprints that were stored", () => {
    const [reference, query] = [clip, edit].map((shown) => fingerprintOf(shown));
    const stored = (print: typeof reference) => decodeFingerprint(encodeFingerprint(print!));
    expect(judgePrints(stored(reference), stored(query))).toEqual(judgePrints(reference!, query!));
  });

  it("changes nothing of what it compares", () => {
    const [reference, query] = [clip, edit].map((shown) => fingerprintOf(shown));
    const before = [reference, query].map((print) => encodeFingerprint(print!));
    judgePrints(reference!, query!);
    expect([reference, query].map((print) => encodeFingerprint(print!))).toEqual(before);
  });

  it.each<[string, Clip]>([
    ["a re-encode", reencoded(clip)],
    ["a mirror image with a caption", edit],
    ["a zoom", zoomed(clip, 1.25)],
    ["a replaced tail", joined(cut(clip, 0, 3), cut(footage(2), 3))],
    ["a trimmed tail", cut(clip, 0, 4.5)],
    ["another speed", sped(clip, 1.2)],
    ["other footage", footage(3)],
  ])("finds about the same similarity from either side: %s", (_, later) => {
    const [there, back] = [judge(clip, later), judge(later, clip)];
    expect(Math.abs(there.similarity - back.similarity)).toBeLessThan(0.08);
    expect(there.transform.mirrored && there.grade !== "distinct").toBe(
      back.transform.mirrored && back.grade !== "distinct",
    );
  });

  it("compares images with images", () => {
    const image = imageFingerprintOf(clip);
    expect(judgePrints(image, imageFingerprintOf(mirrored(clip)))).toMatchObject({
      grade: "duplicate",
      transform: { mirrored: true },
    });
    expect(judgePrints(image, imageFingerprintOf(footage(2))).grade).toBe("distinct");
  });

  it("finds a picture that a video shows from its middle on, whichever came first", () => {
    const shown: Clip = { ...clip, lumaAt: (x, y) => clip.lumaAt(x, y, 0) };
    const video = fingerprintOf(joined(cut(footage(2), 0, 2), shown), { audio: "song" });
    const image = imageFingerprintOf(shown);
    for (const [earlier, later] of [
      [video, image],
      [image, video],
    ] as const) {
      const { grade, coverage, rules, changed } = judgePrints(earlier, later);
      expect(grade).toBe("similar");
      expect(Math.max(coverage.a, coverage.b)).toBe(1);
      expect(rules.map(({ rule }) => rule)).not.toContain(2);
      expect(changed.audio).toBeUndefined();
    }
  });

  it("judges a picture of a video that moves alike whichever came first, and names no later part", () => {
    const [video, image] = [fingerprintOf(clip), imageFingerprintOf(clip)];
    const [there, back] = [judgePrints(video, image), judgePrints(image, video)];
    expect(there.coverage.b).toBe(1);
    expect(there.coverage.a).toBeLessThan(0.9);
    expect(there.similarity).toBeCloseTo(back.similarity, 3);
    expect([there.grade, back.grade]).toEqual(["similar", "similar"]);
    for (const { rules } of [there, back]) expect(rules.map(({ rule }) => rule)).not.toContain(7);
  });

  it("makes no match of an image and a video that do not show the same", () => {
    expect(judgePrints(imageFingerprintOf(clip), fingerprintOf(footage(2))).grade).toBe("distinct");
    expect(judgePrints(fingerprintOf(footage(2)), imageFingerprintOf(clip)).grade).toBe("distinct");
  });
});
