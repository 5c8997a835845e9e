import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Y4mFrame, Y4mReader } from "../../src/media/y4m-reader.js";

function stream(width: number, height: number, frames: number): Buffer {
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F4:1 Ip A1:1 C420jpeg XCOLORRANGE=FULL\n`)];
  for (let frame = 0; frame < frames; frame++) {
    parts.push(Buffer.from("FRAME\n"), Buffer.alloc(width * height, frame));
    parts.push(Buffer.alloc(chroma, 100 + frame), Buffer.alloc(chroma, 200 - frame));
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
      fc.property(sizes, fc.integer({ min: 0, max: 5 }), cuts, ({ width, height }, count, pieces) => {
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
          expect(frame.picture).toEqual({ width, height, luma: new Uint8Array(width * height).fill(index) });
          expect([frame.chromaBlue, frame.chromaRed]).toEqual([100 + index, 200 - index]);
        }
      }),
    );
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
