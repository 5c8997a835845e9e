import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import {
  DEFAULT_CONCURRENCY,
  setDecodingConcurrency,
  whenDecoderFree,
} from "../../src/intake/decoding-queue.js";
import { openLibrary } from "../../src/library/open-library.js";
import { WriteQueue } from "../../src/library/write-queue.js";
import { intakeFolder, renderClip } from "../intake/intake-folder.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

const { folder } = intakeFolder();
const clip = renderClip(`${folder}/clip.mp4`);
const known = syntheticFingerprint({ seed: 1 });

describe("a library with much to do", () => {
  afterAll(() => setDecodingConcurrency(DEFAULT_CONCURRENCY));

  it("refuses a call beyond its limit at once, and takes the next when one has ended", async () => {
    await using base = await temporaryFolder();
    await using library = await openLibrary(base.path, { settings: { jobs: 1, pendingLimit: 2 } });
    const order: string[] = [];
    const pending = [library.check(clip), library.add(clip, { id: "a" })].map((call) =>
      call.then(() => order.push("done")),
    );
    await expect(library.checkAndAdd(clip, { id: "b" })).rejects.toMatchObject({ code: "LIBRARY_BUSY" });
    order.push("refused");
    // What only looks something up is not refused.
    expect(await library.get("a")).toBeUndefined();
    await Promise.all(pending);
    expect(order).toEqual(["refused", "done", "done"]);
    expect(await library.checkAndAdd(clip, { id: "b" })).toMatchObject({ outcome: "refused" });
  });

  it("ends a call that takes too long, wherever it is, and frees the decoder", async () => {
    await using base = await temporaryFolder();
    await using library = await openLibrary(base.path, { settings: { jobs: 1 } });
    await expect(library.add(clip, { id: "a", timeLimitSeconds: 0.01 })).rejects.toMatchObject({
      code: "CALL_TIMED_OUT",
    });
    // Waiting for a decoder that somebody else keeps.
    setDecodingConcurrency(1);
    let release = (): void => {};
    const keeper = whenDecoderFree(() => new Promise<void>((done) => (release = done)));
    const began = performance.now();
    await expect(library.check(clip, { timeLimitSeconds: 0.05 })).rejects.toMatchObject({
      code: "CALL_TIMED_OUT",
    });
    expect(performance.now() - began).toBeLessThan(1_000);
    release();
    await keeper;
    expect(await library.check(clip)).toMatchObject({ matches: [] });
  });

  it("takes creatives within the caller's limits only", async () => {
    await using base = await temporaryFolder();
    await using library = await openLibrary(base.path, { settings: { jobs: 1 } });
    await expect(library.add(clip, { durationLimitSeconds: 1.5 })).rejects.toMatchObject({
      code: "MEDIA_TOO_LONG",
    });
    await expect(library.add(clip, { pixelLimit: 159 * 90 })).rejects.toMatchObject({
      code: "PICTURE_TOO_LARGE",
    });
    await expect(library.add(Buffer.alloc(11), { inputLimitBytes: 10 })).rejects.toMatchObject({
      code: "INPUT_TOO_LARGE",
    });
    expect(await library.add(clip, { durationLimitSeconds: 2.5, pixelLimit: 160 * 90 })).toMatchObject({
      added: true,
    });
    expect(await library.check(known)).toMatchObject({ matches: [] });
  });
});

describe("WriteQueue", () => {
  it("lets uploads go first, lets a waiting write leave, and never runs two at once", async () => {
    const queue = new WriteQueue();
    const order: string[] = [];
    let running = 0;
    const write = (name: string) => async () => {
      expect(++running).toBe(1);
      await delay(10);
      running--;
      order.push(name);
    };
    const abort = new AbortController();
    const leaver = queue.run(write("first"), { signal: abort.signal });
    const batch = queue.run(write("batch"), { priority: "batch" });
    const left = queue.run(write("left"), { signal: abort.signal });
    const upload = queue.run(write("upload"));
    abort.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    // It had begun, and the next waits for its end.
    await Promise.all([leaver, batch, upload]);
    expect(order).toEqual(["first", "upload", "batch"]);
  });
});
