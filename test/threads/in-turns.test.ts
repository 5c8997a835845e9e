import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Steps } from "../../src/steps/steps.js";
import { finishInTurns, inTurns } from "../../src/threads/in-turns.js";

const busy = (milliseconds: number): void => {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
};

it("goes through all of the items in their order, and lets others work in between", async () => {
  const done: number[] = [];
  const seenByOthers: number[] = [];
  const work = inTurns(
    Array.from({ length: 40 }, (_, place) => place),
    (place) => {
      busy(1);
      done.push(place);
    },
  );
  const others = (async () => {
    while (done.length < 40) {
      seenByOthers.push(done.length);
      await nextTurn();
    }
  })();
  await Promise.all([work, others]);
  expect(done).toEqual(Array.from({ length: 40 }, (_, place) => place));
  const mostAtATime = Math.max(...seenByOthers.map((count, turn) => count - (seenByOthers[turn - 1] ?? 0)));
  expect(mostAtATime).toBeLessThanOrEqual(3);
});

it("begins with a turn of its own, so that short work after short work is not one long turn", async () => {
  let turns = 0;
  const count = (): void => {
    turns++;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  for (let times = 0; times < 5; times++) await inTurns([1], () => undefined);
  clearImmediate(next);
  expect(turns).toBeGreaterThanOrEqual(5);
});

it("rejects with what is thrown, and goes no further", async () => {
  const done: number[] = [];
  const failing = inTurns([1, 2, 3], (item) => {
    if (item === 2) throw new Error("two");
    done.push(item);
  });
  await expect(failing).rejects.toThrow("two");
  expect(done).toEqual([1]);
});

it("goes no further when it is aborted", async () => {
  const done: number[] = [];
  const controller = new AbortController();
  const work = inTurns(
    Array.from({ length: 40 }, (_, place) => place),
    (place) => {
      busy(1);
      done.push(place);
      if (place === 5) controller.abort(new Error("enough"));
    },
    controller.signal,
  );
  await expect(work).rejects.toThrow("enough");
  expect(done.length).toBeLessThan(10);
});

it("gives what the last step gives", async () => {
  function* sum(): Steps<number> {
    yield;
    return 3;
  }
  expect(await finishInTurns(sum())).toBe(3);
});
