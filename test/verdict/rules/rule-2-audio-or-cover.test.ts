import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../synthetic/fingerprint-of.js";
import { footage } from "../../synthetic/footage.js";
import { confidenceOf, judgePrints } from "../../synthetic/judge.js";
import { reencoded } from "../../synthetic/picture-edits.js";

const clip = footage(1);
const withSong = fingerprintOf(clip, { audio: "song" });

describe("rule 2, only the sound or the cover", () => {
  it.each<[string, string | undefined, string | undefined]>([
    ["changed", "song", "voice"],
    ["removed", "song", undefined],
    ["added", undefined, "song"],
  ])(
    "is proved where the packets of the picture are the same and the sound was %s",
    (change, before, after) => {
      const [earlier, later] = [before, after].map((audio) =>
        fingerprintOf(clip, audio === undefined ? {} : { audio }),
      );
      expect(judgePrints(earlier!, later!)).toMatchObject({
        grade: "identical",
        similarity: 1,
        rules: [{ rule: 2, confidence: 1, detail: { audio: change } }],
        changed: { regions: [], audio: true },
      });
    },
  );

  it("is named where the picture was encoded again on the way and one side is silent", () => {
    const verdict = judgePrints(withSong, fingerprintOf(reencoded(clip)));
    expect(verdict.grade).toBe("duplicate");
    expect(confidenceOf(verdict, 2)).toBeGreaterThan(0.5);
    expect(verdict.changed.audio).toBe(true);
  });

  it("is not named where the sound is the same", () => {
    const verdict = judgePrints(withSong, fingerprintOf(reencoded(clip), { audio: "song" }));
    expect(confidenceOf(verdict, 2)).toBe(0);
    expect(verdict.changed.audio).toBe(false);
  });

  it("does not make a match of the same song", () => {
    expect(judgePrints(withSong, fingerprintOf(footage(2), { audio: "song" }))).toMatchObject({
      grade: "distinct",
      rules: [],
    });
  });
});
