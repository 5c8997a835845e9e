import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import {
  DEFAULT_CONCURRENCY,
  setDecodingConcurrency,
  whenDecoderFree,
} from "../../src/intake/decoding-queue.js";

afterEach(() => setDecodingConcurrency(DEFAULT_CONCURRENCY));

/** The most tasks that ran at once. */
async function mostAtOnce(tasks: number): Promise<number> {
  let now = 0;
  let most = 0;
  const task = async (): Promise<void> => {
    most = Math.max(most, ++now);
    await delay(10);
    now--;
  };
  await Promise.all(Array.from({ length: tasks }, () => whenDecoderFree(task)));
  return most;
}

describe("whenDecoderFree", () => {
  it.each([1, 3])("runs %i at a time", async (places) => {
    setDecodingConcurrency(places);
    expect(await mostAtOnce(8)).toBe(places);
  });

  it("goes on after a task that failed", async () => {
    setDecodingConcurrency(1);
    await expect(whenDecoderFree(() => Promise.reject(new Error("bad file")))).rejects.toThrow("bad file");
    expect(await whenDecoderFree(() => Promise.resolve("good"))).toBe("good");
  });

  it("takes an aborted task out of the queue without running it", async () => {
    setDecodingConcurrency(1);
    let finish = (): void => {};
    const first = whenDecoderFree(() => new Promise<void>((done) => (finish = done)));
    const abort = new AbortController();
    let ran = false;
    const second = whenDecoderFree(
      async () => {
        ran = true;
      },
      { signal: abort.signal },
    );
    const reason = new Error("left");
    abort.abort(reason);
    await expect(second).rejects.toBe(reason);
    finish();
    await first;
    expect(ran).toBe(false);
  });

  it("is not done with an aborted task that runs before that task is", async () => {
    setDecodingConcurrency(1);
    const abort = new AbortController();
    let ended = false;
    const task = whenDecoderFree(
      async () => {
        abort.abort(new Error("left"));
        await delay(20);
        ended = true;
        abort.signal.throwIfAborted();
      },
      { signal: abort.signal },
    );
    await expect(task).rejects.toThrow("left");
    expect(ended).toBe(true);
  });

  it("runs uploads before batches that came earlier", async () => {
    setDecodingConcurrency(1);
    const order: string[] = [];
    const run = (name: string, priority?: "batch") =>
      whenDecoderFree(async () => void order.push(name), priority === undefined ? {} : { priority });
    await Promise.all([run("first"), run("batch", "batch"), run("upload")]);
    expect(order).toEqual(["first", "upload", "batch"]);
  });

  it("refuses a priority that is none", async () => {
    const priority = "urgent" as "batch";
    await expect(whenDecoderFree(async () => undefined, { priority })).rejects.toMatchObject({
      code: "SETTING_INVALID",
    });
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %d places", (places) => {
    expect(() => setDecodingConcurrency(places)).toThrow(/Expected a whole number/);
  });
});
