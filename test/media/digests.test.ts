import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestFile } from "../../src/media/digest-file.js";
import { lavfi, read, render, SHORT_CLIP, TEST_PLAN, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...lavfi("sine", "duration=2"), ...SHORT_CLIP, "-c:a", "aac");

describe("digests", () => {
  it("of a file are the SHA-256 of its bytes", async () => {
    const expected = createHash("sha256").update(readFileSync(clip)).digest("hex");
    expect(await digestFile(clip)).toBe(`sha256:${expected}`);
    expect((await read(clip)).facts.fileDigest).toBe(`sha256:${expected}`);
  });

  it("of packets outlast another container", async () => {
    const [mp4, mkv] = [
      await read(clip),
      await read(render(join(folder, "clip.mkv"), "-i", clip, "-c", "copy")),
    ];
    expect(mkv.facts.fileDigest).not.toBe(mp4.facts.fileDigest);
    expect(mkv.facts.videoDigest).toBe(mp4.facts.videoDigest);
    expect(mkv.facts.audioDigest).toBe(mp4.facts.audioDigest);
  });

  it("prove that only the audio was changed", async () => {
    const path = join(folder, "other-song.mp4");
    render(
      path,
      "-i",
      clip,
      ...lavfi("sine", "frequency=880:duration=2"),
      "-map",
      "0:v",
      "-map",
      "1:a",
      "-c:v",
      "copy",
    );
    const [before, after] = [await read(clip), await read(path)];
    expect(after.facts.videoDigest).toBe(before.facts.videoDigest);
    expect(after.facts.audioDigest).not.toBe(before.facts.audioDigest);
    expect(after.frames).toEqual(before.frames);
  });

  it("prove that the sound was removed", async () => {
    const { facts } = await read(render(join(folder, "mute.mp4"), "-i", clip, "-an", "-c", "copy"));
    expect(facts.videoDigest).toBe((await read(clip)).facts.videoDigest);
    expect(facts.audioDigest).toBeUndefined();
  });

  it("of a new encode differ", async () => {
    const { facts } = await read(
      render(join(folder, "again.mp4"), "-i", clip, "-c:v", "libx264", "-crf", "30"),
    );
    expect(facts.videoDigest).not.toBe((await read(clip)).facts.videoDigest);
  });

  it("are not made of a file that is not there, or for a caller who has left", async () => {
    await expect(digestFile(join(folder, "nothing"))).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
    await expect(digestFile(folder)).rejects.toMatchObject({ code: "NOT_A_FILE" });
    const reason = new Error("left");
    await expect(digestFile(clip, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("the same file", () => {
  it("gives the same frames and digests, one at a time and side by side", async () => {
    const gaps = join(folder, "gaps.mp4");
    render(
      gaps,
      ...lavfi("testsrc2", "size=160x90:rate=10:duration=6"),
      "-c:v",
      "libx264",
      "-x264-params",
      "bframes=15:b-adapt=0",
    );
    const copy = join(folder, "copy.bin");
    writeFileSync(copy, readFileSync(clip));
    for (const path of [clip, gaps]) {
      const first = await read(path);
      const many = await Promise.all(Array.from({ length: 6 }, () => read(path, TEST_PLAN)));
      for (const one of many) expect(one).toEqual(first);
    }
    expect(await read(copy)).toEqual(await read(clip));
  });
});
