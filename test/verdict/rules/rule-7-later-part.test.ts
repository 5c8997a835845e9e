import { describe, expect, it } from "vitest";
import { footage } from "../../synthetic/footage.js";
import { confidenceOf, judge } from "../../synthetic/judge.js";
import { reencoded, relit } from "../../synthetic/picture-edits.js";
import { cut, joined } from "../../synthetic/time-edits.js";

const clip = footage(1, { seconds: 8 });
const other = footage(2, { seconds: 8 });

describe("rule 7, only the later part", () => {
  it.each([4, 5, 6.5])("is named where all from %f s on was replaced", (from) => {
    const verdict = judge(clip, joined(cut(clip, 0, from), cut(other, from)));
    expect(["similar", "duplicate"]).toContain(verdict.grade);
    expect(verdict.rules[0]!.rule).toBe(7);
    expect(Math.abs(Number(verdict.rules[0]!.detail.changedFromSeconds) - from)).toBeLessThanOrEqual(0.75);
  });

  it("stands alone: what the other tail shows is neither overlay nor light", () => {
    const verdict = judge(clip, joined(cut(clip, 0, 4.7), relit(cut(other, 4.7), { brightness: 40 })));
    expect(verdict.rules.filter(({ confidence }) => confidence > 0.5).map(({ rule }) => rule)).toEqual([7]);
  });

  it("is named where the tail was cut off", () => {
    const verdict = judge(clip, cut(clip, 0, 5.5));
    expect(["similar", "duplicate"]).toContain(verdict.grade);
    expect(confidenceOf(verdict, 7)).toBeGreaterThan(0.5);
  });

  it("is not named where only the front was cut off, or put in front: that is the same video again", () => {
    for (const verdict of [
      judge(clip, cut(clip, 2)),
      judge(cut(clip, 2), clip),
      judge(clip, joined(cut(other, 0, 2), clip)),
    ]) {
      expect(["similar", "duplicate"]).toContain(verdict.grade);
      expect(verdict.rules.map(({ rule }) => rule)).toEqual([1]);
    }
  });

  it("is not named where it plays to the end", () => {
    expect(confidenceOf(judge(clip, reencoded(clip)), 7)).toBe(0);
  });

  it.each([5, 6.5])("does not make a match of an ending shared from %f s on", (from) => {
    const ending = cut(footage(3, { seconds: 8 }), from);
    const verdict = judge(joined(cut(clip, 0, from), ending), joined(cut(other, 0, from), ending));
    expect(verdict).toMatchObject({ grade: "distinct", rules: [] });
  });

  it("does not make a match of a third in front: what differs is more than the later part", () => {
    const ad = (...seeds: readonly number[]) =>
      joined(...seeds.map((seed) => footage(seed, { seconds: 4, shotSeconds: 4 })));
    expect(judge(ad(4, 5, 6), ad(4, 7, 8))).toMatchObject({ grade: "distinct", rules: [] });
  });

  it("does not make a match of a shared intro", () => {
    const intro = cut(footage(3, { seconds: 8 }), 0, 1.5);
    const verdict = judge(joined(intro, cut(clip, 1.5)), joined(intro, cut(other, 1.5)));
    expect(verdict).toMatchObject({ grade: "distinct", rules: [] });
  });
});
