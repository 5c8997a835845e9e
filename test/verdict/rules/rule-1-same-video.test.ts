import { describe, expect, it } from "vitest";
import { IDENTITY_TRANSFORM } from "../../../src/verdict/verdict.js";
import { fingerprintOf } from "../../synthetic/fingerprint-of.js";
import { footage } from "../../synthetic/footage.js";
import { confidenceOf, judge, judgePrints } from "../../synthetic/judge.js";
import { mirrored, reencoded, turned } from "../../synthetic/picture-edits.js";
import { sped } from "../../synthetic/time-edits.js";

const clip = footage(1);

describe("rule 1, the same video again", () => {
  it("is proved by the bytes of the file", () => {
    const verdict = judgePrints(fingerprintOf(clip), fingerprintOf(clip));
    expect(verdict).toMatchObject({ grade: "identical", similarity: 1, rules: [{ rule: 1, confidence: 1 }] });
  });

  it("is proved by the video packets where the container is another", () => {
    const [mp4, mkv] = ["mp4", "mkv"].map((container) => fingerprintOf(clip, { audio: "song", container }));
    expect(mp4!.digests.file).not.toBe(mkv!.digests.file);
    const verdict = judgePrints(mp4!, mkv!);
    expect(verdict).toMatchObject({ grade: "identical", rules: [{ rule: 1, detail: { sameFile: false } }] });
  });

  it.each([
    ["upside down", turned(clip, 180)],
    ["as a mirror image", mirrored(clip)],
    ["faster", sped(clip, 1.25)],
  ])("is not proved by packets that another container shows %s", (_, shown) => {
    const earlier = fingerprintOf(clip);
    const other = fingerprintOf(shown);
    const later = { ...other, digests: { ...other.digests, video: earlier.digests.video! } };
    const verdict = judgePrints(earlier, later);
    expect(verdict.grade).toBe("duplicate");
    expect(verdict.transform).not.toEqual(IDENTITY_TRANSFORM);
  });

  it("is seen in the pictures where it was encoded again", () => {
    const verdict = judge(clip, reencoded(clip));
    expect(verdict.grade).toBe("duplicate");
    expect(verdict.rules[0]!.rule).toBe(1);
    expect(confidenceOf(verdict, 1)).toBeGreaterThan(0.8);
  });

  it("says nothing of a video that was changed", () => {
    expect(confidenceOf(judge(clip, mirrored(clip)), 1)).toBe(0);
  });

  it("says nothing of another video", () => {
    for (const seed of [2, 3, 4]) {
      expect(judge(clip, footage(seed))).toMatchObject({ grade: "distinct", rules: [] });
    }
  });
});
