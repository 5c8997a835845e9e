import { describe, expect, it } from "vitest";
import { FingerprintAssembler } from "../../src/fingerprint/assembler.js";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import type { MediaFacts } from "../../src/media/decoded-media.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf, imageFingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { noise } from "../synthetic/noise.js";
import { cut } from "../synthetic/time-edits.js";

/** Encoded size allowed for 15 seconds, bytes. */
const SIZE_LIMIT = 24 * 1024;

const FACTS: MediaFacts = {
  kind: "video",
  width: 720,
  height: 1280,
  durationSeconds: 1,
  fileDigest: `sha256:${"0".repeat(64)}`,
};

/** Every frame another picture without any structure: nothing can be predicted. */
const snow: Clip = {
  aspect: 9 / 16,
  seconds: 15,
  lumaAt: (x, y, t) => 255 * noise(Math.floor(x * 72), Math.floor(y * 128), Math.round(t * 8)),
};

const greyFrame = (timeSeconds: number, luma: number, chroma = 128) => ({
  timeSeconds,
  picture: { width: 36, height: 64, luma: new Uint8Array(36 * 64).fill(luma) },
  chromaBlue: chroma,
  chromaRed: chroma,
});

describe("FingerprintAssembler", () => {
  it("samples four times a second, then twice, at about 2,304 pixels in the shape of the video", () => {
    const { samples } = fingerprintOf(footage(1, { seconds: 5 }));
    expect(samples.slice(0, 3).map(({ timeSeconds }) => timeSeconds)).toEqual([0.125, 0.375, 0.625]);
    expect(samples.slice(-3).map(({ timeSeconds }) => timeSeconds)).toEqual([3.875, 4.25, 4.75]);
    for (const { picture } of samples) expect(picture).toMatchObject({ width: 36, height: 64 });
  });

  it("leaves the earlier samples as they are when the tail is trimmed", () => {
    const whole = fingerprintOf(footage(1));
    const trimmed = fingerprintOf(cut(footage(1), 0, 4.1));
    expect(trimmed.samples).toHaveLength(17);
    for (const [i, { timeSeconds, picture }] of trimmed.samples.slice(0, 16).entries()) {
      expect(timeSeconds).toBe(whole.samples[i]!.timeSeconds);
      const off = picture.luma.map((value, at) => Math.abs(value - whole.samples[i]!.picture.luma[at]!));
      expect(Math.max(...off)).toBeLessThanOrEqual((whole.pictureStep + trimmed.pictureStep) / 2);
    }
  });

  it("averages luma and colour over the frames of a sample", () => {
    const assembler = new FingerprintAssembler();
    assembler.add(greyFrame(0, 80, 120));
    assembler.add(greyFrame(0.125, 120, 140));
    assembler.add(greyFrame(0.25, 200, 90));
    const [first, second] = assembler.finish(FACTS).samples;
    expect(first).toMatchObject({ chromaBlue: 130, chromaRed: 130 });
    expect(first!.picture.luma[0]).toBe(100);
    expect(second).toMatchObject({ chromaBlue: 90 });
    expect(second!.picture.luma[0]).toBe(200);
  });

  it("keeps 15 seconds of footage, and even of snow, under 24 KB", () => {
    expect(encodeFingerprint(fingerprintOf(footage(1, { seconds: 15 }))).length).toBeLessThan(SIZE_LIMIT);
    expect(encodeFingerprint(fingerprintOf(snow)).length).toBeLessThan(SIZE_LIMIT);
  });

  it("quantises as it says", () => {
    const { pictureStep, samples } = fingerprintOf({ ...snow, seconds: 4 });
    expect(pictureStep).toBeGreaterThan(1);
    for (const { picture } of samples)
      expect(picture.luma.every((value) => value === 255 || value % pictureStep === 0)).toBe(true);
  });

  it("makes do with one frame", () => {
    const assembler = new FingerprintAssembler();
    assembler.add(greyFrame(0, 80));
    expect(assembler.finish(FACTS).samples).toHaveLength(1);
  });

  it("puts the one sample of an image at time 0", () => {
    const image = imageFingerprintOf(footage(1));
    expect(image).toMatchObject({ kind: "image", durationSeconds: 0, layout: { kind: "plain" } });
    expect(image.samples.map(({ timeSeconds }) => timeSeconds)).toEqual([0]);
  });

  it("refuses to make a fingerprint of nothing", () => {
    expect(() => new FingerprintAssembler().finish(FACTS)).toThrow(RangeError);
  });

  it("notes what the file tells, and no digest it does not have", () => {
    const fingerprint = fingerprintOf(footage(1, { seconds: 1 }), { audio: "song" });
    expect(fingerprint).toMatchObject({ kind: "video", width: 720, height: 1280, durationSeconds: 1 });
    expect(Object.keys(fingerprint.digests)).toEqual(["file", "video", "audio"]);
    expect(Object.keys(fingerprintOf(footage(1, { seconds: 1 })).digests)).toEqual(["file", "video"]);
  });
});
