import { describe, expect, it } from "vitest";
import { agreeingRows, DepartureSums } from "../../src/verdict/agreeing-rows.js";

const [WIDTH, HEIGHT] = [12, 40];
const ALL = { from: 0, to: HEIGHT };

/** Departures that follow from the place. */
function departures(of: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: WIDTH * HEIGHT }, (_, at) => of(at % WIDTH, Math.floor(at / WIDTH)));
}

describe("the rows that agree", () => {
  it("lie between rows that differ", () => {
    const found = agreeingRows(
      departures((_, y) => (y < 10 || y >= 28 ? 3 : 0.2)),
      WIDTH,
      ALL,
    );
    expect(found).toEqual({ from: 10, to: 28 });
  });

  it("are not told where only one side of the picture differs", () => {
    const found = agreeingRows(
      departures((x, y) => (x < 5 && (y < 10 || y >= 28) ? 3 : 0.2)),
      WIDTH,
      ALL,
    );
    expect(found).toBeUndefined();
  });

  it("are not told where only the top differs, or all, or nothing", () => {
    for (const of of [(y: number) => (y < 20 ? 3 : 0.2), () => 3, () => 0.2])
      expect(
        agreeingRows(
          departures((_, y) => of(y)),
          WIDTH,
          ALL,
        ),
      ).toBeUndefined();
  });
});

describe("departures added up by rows", () => {
  it("leave out what was not compared", () => {
    const sums = new DepartureSums(
      departures((x) => (x < 6 ? Number.NaN : 2)),
      WIDTH,
    );
    expect(sums.mean(0, HEIGHT)).toBe(2);
    expect(sums.meanBeside({ from: 10, to: 30 }, ALL)).toBe(2);
  });

  it("are infinite beside rows that are all there are", () => {
    expect(
      new DepartureSums(
        departures(() => 1),
        WIDTH,
      ).meanBeside(ALL, ALL),
    ).toBe(Number.POSITIVE_INFINITY);
  });
});
