import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { CallGate } from "../../src/library/call-gate.js";

/** Never done; rejects once its signal is aborted. */
function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

describe("a gate of calls", () => {
  it("stops a call for the reason of its caller's signal", async () => {
    const caller = new AbortController();
    const call = new CallGate().run({ signal: caller.signal }, untilStopped);
    caller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
  });

  it("stops what is under way when it is closed, and lets nothing in afterwards", async () => {
    const gate = new CallGate();
    const calls = [gate.run({}, untilStopped), gate.work({ timeLimitSeconds: 60 }, untilStopped)];
    const stopped = Promise.allSettled(calls);
    await gate.close();
    for (const { reason } of (await stopped) as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: "LIBRARY_CLOSED" });
    await expect(gate.run({}, () => Promise.resolve())).rejects.toMatchObject({
      code: "LIBRARY_CLOSED",
    });
  });

  it.each([Number.POSITIVE_INFINITY, 3e6])(
    "stops nothing before %d seconds are over",
    async (timeLimitSeconds) => {
      const call = new CallGate().work({ timeLimitSeconds }, (signal) => delay(20, "done", { signal }));
      await expect(call).resolves.toBe("done");
    },
  );

  it("keeps nothing of a call that is done", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const gate = new CallGate();
    const caller = new AbortController();
    const heapAfter = async (calls: number): Promise<number> => {
      for (let n = 0; n < calls; n++) await gate.run({ signal: caller.signal }, () => Promise.resolve());
      await new Promise((resolve) => setTimeout(resolve, 50));
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = await heapAfter(5000);
    const after = await heapAfter(20_000);
    // What AbortSignal.any left behind was some 50 bytes a call.
    expect((after - before) / 20_000).toBeLessThan(15);
  });
});
