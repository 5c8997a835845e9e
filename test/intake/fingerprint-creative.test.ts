import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { describe, expect, it } from "vitest";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import { setDecodingConcurrency } from "../../src/intake/decoding-queue.js";
import { fingerprintCreative } from "../../src/intake/fingerprint-creative.js";
import { spool } from "../../src/intake/spool.js";
import { intakeFolder, renderClip } from "./intake-folder.js";

const { folder, temporaryFiles } = intakeFolder();
const clip = renderClip(join(folder, "clip.mp4"));
const long = renderClip(join(folder, "large.mp4"), "1280x720");

describe("fingerprintCreative", () => {
  it("gives one fingerprint for a path, a buffer and a stream", async () => {
    const byPath = await fingerprintCreative(clip);
    expect(byPath).toMatchObject({ kind: "video", width: 160, height: 90 });
    expect(byPath.samples.length).toBeGreaterThan(0);
    for (const input of [readFileSync(clip), new Uint8Array(readFileSync(clip)), createReadStream(clip)]) {
      expect(encodeFingerprint(await fingerprintCreative(input))).toEqual(encodeFingerprint(byPath));
    }
    expect(temporaryFiles()).toEqual([]);
  });

  it("gives the same fingerprint for every number of files at a time", async () => {
    const alone = encodeFingerprint(await fingerprintCreative(clip));
    for (const places of [1, 4]) {
      setDecodingConcurrency(places);
      const many = await Promise.all(Array.from({ length: 5 }, () => fingerprintCreative(clip)));
      for (const one of many) expect(encodeFingerprint(one)).toEqual(alone);
    }
  });

  it("names the file in its errors, and goes on with the others", async () => {
    const bad = join(folder, "bad.mp4");
    writeFileSync(bad, "no video");
    const [first, second] = await Promise.allSettled([fingerprintCreative(bad), fingerprintCreative(clip)]);
    expect(first).toMatchObject({ status: "rejected", reason: { code: "FORMAT_UNSUPPORTED", path: bad } });
    expect(second.status).toBe("fulfilled");
  });

  it("does not tell the name of its temporary file", async () => {
    const error = await fingerprintCreative(Buffer.from("no video")).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "FORMAT_UNSUPPORTED", path: undefined });
    expect(temporaryFiles()).toEqual([]);
  });

  it.each([
    ["nothing", undefined, "received a Undefined"],
    ["an empty path", "", "received an empty path"],
    ["a URL", new URL("file:///clip.mp4"), "received a URL"],
    ["a Blob", new Blob(["bytes"]), "received a Blob"],
    ["an ArrayBuffer", new ArrayBuffer(8), "received a ArrayBuffer"],
    ["a list", [1, 2], "expected a stream of bytes but received a Number in it"],
  ])("refuses %s, and says what it is", async (_what, input, detail) => {
    await expect(fingerprintCreative(input as string)).rejects.toMatchObject({
      code: "INPUT_INVALID",
      detail,
    });
  });

  it("refuses a stream that somebody has read", async () => {
    const stream = createReadStream(clip);
    await finished(stream.resume());
    await expect(fingerprintCreative(stream)).rejects.toMatchObject({
      code: "INPUT_INVALID",
      detail: expect.stringContaining("body parser"),
    });
  });

  it.each([
    { inputLimitBytes: Number.NaN },
    { durationLimitSeconds: -1 },
    { pixelLimit: 0 },
    { timeLimitSeconds: Number.NaN },
  ])("refuses a limit that is none: %o", async (limit) => {
    await expect(fingerprintCreative(clip, limit)).rejects.toMatchObject({
      code: "SETTING_INVALID",
      detail: expect.stringContaining(Object.keys(limit)[0] as string),
    });
  });

  it("refuses null for options, and so does what keeps bytes", async () => {
    const none = null as unknown as object;
    for (const work of [() => fingerprintCreative(clip, none), () => spool(Buffer.from("bytes"), none)])
      await expect(work()).rejects.toMatchObject({ code: "SETTING_INVALID" });
    await expect(spool(null as unknown as Uint8Array)).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });

  it("closes a stream that it refuses to read", async () => {
    const stream = createReadStream(clip);
    await expect(fingerprintCreative(stream, { pixelLimit: -1 })).rejects.toMatchObject({
      code: "SETTING_INVALID",
    });
    expect(stream.destroyed).toBe(true);
  });

  it("refuses an empty input and one above the limit", async () => {
    await expect(fingerprintCreative(new Uint8Array())).rejects.toMatchObject({ code: "FILE_EMPTY" });
    const input = createReadStream(clip);
    await expect(fingerprintCreative(input, { inputLimitBytes: 1000 })).rejects.toMatchObject({
      code: "INPUT_TOO_LARGE",
    });
    expect(temporaryFiles()).toEqual([]);
  });

  it.each(["path", "buffer"])("ends at once when it is aborted, with a %s", async (kind) => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const input = kind === "path" ? long : readFileSync(long);
    const work = fingerprintCreative(input, { signal: abort.signal });
    setTimeout(() => abort.abort(reason), 60);
    const started = performance.now();
    await expect(work).rejects.toBe(reason);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(temporaryFiles()).toEqual([]);
  });
});
