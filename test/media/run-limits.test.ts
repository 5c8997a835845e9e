import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { runLimits } from "../../src/media/run-limits.js";

it("knows no limit that a timer would take for none", async () => {
  const { timeLimitSeconds, stallLimitSeconds } = runLimits(0, {
    timeLimitSeconds: Number.POSITIVE_INFINITY,
    stallLimitSeconds: 1e9,
  });
  let fired = 0;
  const timers = [timeLimitSeconds, stallLimitSeconds].map((seconds) =>
    setTimeout(() => fired++, seconds * 1000),
  );
  await delay(50);
  for (const timer of timers) clearTimeout(timer);
  expect(fired).toBe(0);
});
