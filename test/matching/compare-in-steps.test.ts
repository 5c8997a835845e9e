import { describe, expect, it } from "vitest";
import { compareInSteps, FIRST_STEP, STEP } from "../../src/matching/compare-in-steps.js";

/** How many of 100 candidates are compared where those at these places are finds. */
async function compared(
  finds: readonly number[],
  least?: number,
  sharing: readonly number[] = [],
): Promise<number> {
  const candidates = Array.from({ length: 100 }, (_, place) => place);
  const outcomes = await compareInSteps(candidates, {
    compare: async (step) => step,
    isFind: (place) => finds.includes(place),
    similarityOf: (place) => (sharing.includes(place) ? 0.05 : 0),
    ...(least === undefined ? {} : { least }),
  });
  expect(outcomes).toEqual(candidates.slice(0, outcomes.length));
  return outcomes.length;
}

describe("compareInSteps", () => {
  it("ends with the first step of strangers", async () => {
    expect(await compared([])).toBe(FIRST_STEP);
    expect(await compared([0])).toBe(FIRST_STEP + STEP);
    expect(await compared([FIRST_STEP - 1, FIRST_STEP, FIRST_STEP + STEP])).toBe(FIRST_STEP + 3 * STEP);
    expect(await compared([FIRST_STEP])).toBe(FIRST_STEP);
  });

  it("goes on once where a stranger of the first step shares something", async () => {
    expect(await compared([], undefined, [FIRST_STEP - 1, FIRST_STEP, FIRST_STEP + STEP])).toBe(
      FIRST_STEP + STEP,
    );
    expect(await compared([FIRST_STEP], undefined, [0])).toBe(FIRST_STEP + 2 * STEP);
    expect(await compared([], undefined, [FIRST_STEP])).toBe(FIRST_STEP);
  });

  it("compares as many as are wanted in any case, and no more than there are", async () => {
    expect(await compared([], FIRST_STEP + 1)).toBe(FIRST_STEP + STEP);
    expect(await compared([], 1_000)).toBe(100);
    expect(await compared(Array.from({ length: 100 }, (_, place) => place))).toBe(100);
  });

  it("goes on for as many outcomes as are wanted where some cannot be compared", async () => {
    const outcomes = await compareInSteps(
      Array.from({ length: 60 }, (_, place) => place),
      {
        compare: async (step) => step.filter((place) => place % 2 === 1),
        isFind: () => false,
        similarityOf: () => 0,
        least: STEP,
      },
    );
    // Two of the first four, then eight of every sixteen.
    expect(outcomes).toHaveLength(FIRST_STEP / 2 + STEP);
  });
});
