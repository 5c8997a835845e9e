import { describe, expect, it } from "vitest";
import { confidenceOf, judge } from "../../synthetic/judge.js";
import { reencoded } from "../../synthetic/picture-edits.js";
import { scene } from "../../synthetic/scene.js";

describe("rule 5, the same person again in a similar scene", () => {
  it.each([
    [1, 1, 2],
    [2, 3, 4],
    [3, 5, 6],
  ])("is named as possible (room %i, takes %i and %i)", (room, take, again) => {
    const verdict = judge(scene({ room, person: 1, take }), scene({ room, person: 1, take: again }));
    expect(["possible", "similar"]).toContain(verdict.grade);
    expect(confidenceOf(verdict, 5)).toBeGreaterThan(0.3);
  });

  it("is not named where the very take was used again", () => {
    const take = scene({ room: 1, person: 1, take: 1 });
    const verdict = judge(take, reencoded(take));
    expect(verdict.grade).toBe("duplicate");
    expect(confidenceOf(verdict, 5)).toBe(0);
  });

  it.each([2, 3, 4])("is not similar where the scene is another, whoever is in it (room %i)", (room) => {
    const verdict = judge(scene({ room: 1, person: 1, take: 1 }), scene({ room, person: 1, take: room }));
    expect(verdict).toMatchObject({ grade: "distinct", rules: [] });
  });
});
