import { describe, expect, it } from "vitest";
import { footage, VERTICAL } from "../../synthetic/footage.js";
import { confidenceOf, judge } from "../../synthetic/judge.js";
import { padded, threeBand } from "../../synthetic/layout-edits.js";
import { mirrored, overlaid, reencoded, zoomed } from "../../synthetic/picture-edits.js";
import { scene } from "../../synthetic/scene.js";

const wide = footage(1, { aspect: 16 / 9 });
const square = footage(2, { aspect: 1 });

describe("rule 8, three bands of which only the fixed ones were changed", () => {
  it.each([
    ["wide", wide],
    ["square", square],
  ])("is named where other bands surround a %s middle", (_, middle) => {
    const verdict = judge(threeBand(middle, 1), threeBand(middle, 2));
    expect(["similar", "duplicate"]).toContain(verdict.grade);
    expect(confidenceOf(verdict, 8)).toBeGreaterThan(0.6);
  });

  it("is named where bands were put around a plain video, and where they were taken away", () => {
    for (const verdict of [judge(wide, threeBand(wide, 1)), judge(threeBand(wide, 1), wide)]) {
      expect(verdict.grade).toBe("duplicate");
      expect(confidenceOf(verdict, 8)).toBeGreaterThan(0.6);
    }
  });

  it("is named where the middle was mirrored as well", () => {
    const verdict = judge(threeBand(wide, 1), threeBand(mirrored(wide), 2));
    expect(["similar", "duplicate"]).toContain(verdict.grade);
    expect(verdict.transform.mirrored).toBe(true);
    expect(confidenceOf(verdict, 8)).toBeGreaterThan(0.6);
  });

  it("is named where the middle hardly moves and lies elsewhere", () => {
    const talking = scene({ person: 1, take: 1, aspect: 16 / 9 });
    const verdict = judge(threeBand(talking, 1), threeBand(talking, 2, 0.35));
    expect(verdict.grade).toBe("duplicate");
    expect(confidenceOf(verdict, 8)).toBeGreaterThan(0.6);
  });

  it("is not named where the bands are the same on both sides", () => {
    const banded = threeBand(wide, 1);
    const verdict = judge(banded, reencoded(banded));
    expect(verdict.grade).toBe("duplicate");
    expect(confidenceOf(verdict, 8)).toBe(0);
    expect(confidenceOf(verdict, 1)).toBeGreaterThan(0.6);
  });

  it("leaves the changed bands to itself: neither overlay nor light", () => {
    const verdict = judge(threeBand(wide, 1), threeBand(wide, 2));
    expect(verdict.rules.filter(({ confidence }) => confidence > 0.5).map(({ rule }) => rule)).toEqual([8]);
  });

  it("is not named where a title and a caption were laid over a whole picture", () => {
    // Moving to its edges: a picture that holds still above and below is not told from bands.
    const whole = footage(1);
    const titled = overlaid(whole, { x: 0, y: 0, width: 1, height: 0.18 });
    const verdict = judge(whole, overlaid(titled, { x: 0, y: 0.8, width: 1, height: 0.2 }, 2));
    expect(confidenceOf(verdict, 8)).toBe(0);
    expect(confidenceOf(verdict, 3)).toBeGreaterThan(0.5);
  });

  it("is not named where top and bottom were cropped away", () => {
    const tall = footage(6);
    expect(confidenceOf(judge(tall, zoomed({ ...tall, aspect: 1 }, 1)), 8)).toBe(0);
  });

  it("is not named where bars of one colour were put around a plain video, or taken away: that is scaling", () => {
    for (const verdict of [judge(wide, padded(wide, VERTICAL)), judge(padded(wide, VERTICAL), wide)]) {
      expect(verdict.grade).toBe("duplicate");
      expect(confidenceOf(verdict, 8)).toBe(0);
      expect(confidenceOf(verdict, 4)).toBeGreaterThan(0.6);
    }
  });

  it("is not named for videos without bands", () => {
    expect(confidenceOf(judge(wide, reencoded(wide)), 8)).toBe(0);
  });

  it.each([3, 4, 5])("does not make a match of one template around different middles (%i)", (seed) => {
    const verdict = judge(threeBand(wide, 1), threeBand(footage(seed, { aspect: 16 / 9 }), 1));
    expect(verdict).toMatchObject({ grade: "distinct", rules: [] });
  });

  it("does not make a match of one template around different persons before different rooms", () => {
    const [first, other] = [1, 2].map((seed) =>
      scene({ room: seed, person: seed, take: seed, aspect: 16 / 9 }),
    );
    expect(judge(threeBand(first!, 1), threeBand(other!, 1)).grade).toBe("distinct");
  });
});
