import { describe, expect, it } from "vitest";
import { confidenceOf, judge } from "../../synthetic/judge.js";
import { scene } from "../../synthetic/scene.js";

/** Somebody far enough off for the room to be seen. */
const standing = (room: number, person: number, take: number) =>
  scene({ room, person, take, shoulders: 0.22 });

describe("rule 6, another person in the same scene", () => {
  it.each([
    [1, 1, 2],
    [2, 4, 5],
    [3, 2, 3],
  ])("is named as possible (room %i, persons %i and %i)", (room, person, other) => {
    const verdict = judge(standing(room, person, 1), standing(room, other, 3));
    expect(verdict.grade).toBe("possible");
    expect(confidenceOf(verdict, 6)).toBeGreaterThan(0.3);
  });

  it.each([2, 3, 4, 5])("is not similar where room and person are others (%i)", (n) => {
    const verdict = judge(scene({ room: 1, person: 1, take: 1 }), scene({ room: n, person: n, take: n }));
    expect(verdict).toMatchObject({ grade: "distinct", rules: [] });
  });
});
