import { describe, expect, it } from "vitest";
import { confidenceOf, judge } from "../../synthetic/judge.js";
import { scene } from "../../synthetic/scene.js";

/** Somebody far enough off for the room to be seen. */
const standing = (room: number, person: number, take: number) =>
  scene({ room, person, take, shoulders: 0.17 });

describe("rule 6, another person in the same scene", () => {
  it.each([
    [1, 1, 2],
    [2, 4, 5],
    [3, 2, 3],
  ])("is named as possible (room %i, persons %i and %i)", (room, person, other) => {
    const verdict = judge(standing(room, person, 1), standing(room, other, 3));
    expect(verdict.grade).toBe("possible");
    expect(verdict.rules[0]!.rule).toBe(6);
    expect(confidenceOf(verdict, 6)).toBeGreaterThan(confidenceOf(verdict, 5));
  });

  it.each([2, 3, 4, 5])("is not similar where room and person are others (%i)", (n) => {
    const verdict = judge(scene({ room: 1, person: 1, take: 1 }), scene({ room: n, person: n, take: n }));
    expect(verdict).toMatchObject({ grade: "distinct", rules: [] });
  });

  // A plain wall is the same scene everywhere: it may be asked about, never claimed.
  it.each([2, 3, 4, 5])("claims nothing of different persons before a plain wall (%i)", (n) => {
    const verdict = judge(scene({ person: 1, take: 1 }), scene({ person: n, take: n }));
    expect(["distinct", "possible"]).toContain(verdict.grade);
    expect(verdict.similarity).toBeLessThan(0.4);
  });
});
