import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Y4mFrame, Y4mReader } from "../../src/media/y4m-reader.js";

/** Limited-range black; the values of the frames that follow are told apart in full range. */
const BLACK = 16;
const FULL_RANGE_LUMA = [0, 1, 2, 3, 5, 6];

function stream(width: number, height: number, frames: number): Buffer {
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F4:1 Ip A1:1 C420jpeg XCOLORRANGE=LIMITED\n`)];
  for (let frame = 0; frame < frames; frame++) {
    parts.push(Buffer.from("FRAME\n"), Buffer.alloc(width * height, BLACK + frame));
    parts.push(Buffer.alloc(chroma, 128 - 28 * frame), Buffer.alloc(chroma, 128 + 14 * frame));
  }
  return Buffer.concat(parts);
}

describe("Y4mReader", () => {
  it("gives the same frames however the stream is cut", () => {
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 9 }),
      height: fc.integer({ min: 1, max: 9 }),
    });
    const cuts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 4 }), cuts, ({ width, height }, count, pieces) => {
        const bytes = stream(width, height, count);
        const frames: Y4mFrame[] = [];
        const reader = new Y4mReader((frame) => frames.push(frame));
        for (let at = 0, piece = 0; at < bytes.length; piece++) {
          const length = pieces[piece % pieces.length]!;
          reader.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect(frames).toHaveLength(count);
        for (const [index, frame] of frames.entries()) {
          expect(frame.index).toBe(index);
          expect(frame.picture).toEqual({
            width,
            height,
            luma: new Uint8Array(width * height).fill(FULL_RANGE_LUMA[index]!),
          });
          expect(frame.chromaBlue).toBeCloseTo(128 - 31.875 * index);
          expect(frame.chromaRed).toBeCloseTo(128 + 15.9375 * index);
        }
      }),
    );
  });

  it("stretches limited range to full range and clips what lies outside of it", () => {
    const white: number[] = [];
    for (const value of [0, 16, 126, 235, 255]) {
      const reader = new Y4mReader(({ picture }) => white.push(picture.luma[0]!));
      reader.push(Buffer.from("YUV4MPEG2 W1 H1 C420jpeg\nFRAME\n"));
      reader.push(Buffer.from([value, 128, 128]));
    }
    expect(white).toEqual([0, 0, 128, 255, 255]);
  });

  it.each([
    "RIFF\n",
    "YUV4MPEG2 W0 H2 C420\n",
    "YUV4MPEG2 W2 H2 C444\n",
    "YUV4MPEG2 W2 H2 C420\nPICTURE\n",
    "x".repeat(5000),
  ])("refuses %j", (text) => {
    const reader = new Y4mReader(() => {});
    expect(() => reader.push(Buffer.from(text))).toThrow(/YUV4MPEG2/);
  });
});
