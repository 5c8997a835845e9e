import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastFrameUpTo } from "../../src/media/frame-grid.js";
import { GridGaps, MAX_GAP_SECONDS } from "../../src/media/grid-gaps.js";
import type { Y4mFrame } from "../../src/media/y4m-reader.js";

const RATE = 4;
const PLAN = { framesPerSecond: RATE, denseSeconds: 60, laterEvery: 1, longSide: 64, maxSeconds: 60 };

/** One second of every place, then every second one. */
const THINNED = { ...PLAN, denseSeconds: 1, laterEvery: 2 };

function frame(index: number): Y4mFrame {
  return {
    index,
    picture: { width: 1, height: 1, luma: new Uint8Array(1) },
    chromaBlue: 128,
    chromaRed: 128,
  };
}

/** Feeds frames and times in an order given by `turns` (true: a frame is next) as two pipes would. */
function run(times: readonly number[], frames: number, turns: readonly boolean[], plan = PLAN) {
  const released: number[] = [];
  const gaps = new GridGaps(plan, ({ index }) => released.push(index));
  let time = 0;
  let next = 0;
  for (let turn = 0; time < times.length || next < frames; turn++) {
    if (gaps.drained) break;
    const isFrame = next < frames && (time === times.length || turns[turn % turns.length]!);
    if (isFrame) gaps.add(frame(next++));
    else gaps.decodedAt(times[time++]!);
  }
  gaps.finish();
  return { released, found: gaps.found, resumeAt: gaps.resumeAt };
}

describe("GridGaps", () => {
  it("releases everything, in order, when there is no gap", () => {
    const times = Array.from({ length: 41 }, (_, index) => index / 10);
    expect(run(times, 17, [true, false])).toMatchObject({
      released: Array.from({ length: 17 }, (_, index) => index),
      found: false,
    });
  });

  it("stops in front of a gap and says where to go on", () => {
    const { released, found, resumeAt } = run([0, 0.5, 1, 2, 2.5], 11, [true, true, false]);
    expect(found).toBe(true);
    expect(released).toEqual([0, 1, 2, 3]);
    expect(resumeAt).toBe(4);
  });

  it("counts in frames where the plan leaves places out", () => {
    const { released, resumeAt } = run([0, 0.5, 1, 1.5, 2, 3], 12, [true, false], THINNED);
    // Up to 2 s: places 0 to 4 of the front, then 6; the gap behind begins before place 8.
    expect(released).toEqual([0, 1, 2, 3, 4, 5]);
    expect(resumeAt).toBe(6);
  });

  it("sees a gap between the last decoded frame and the end", () => {
    expect(run([0, 0.5, 1], 16, [false])).toMatchObject({ found: true, resumeAt: 4 });
    expect(run([0, 0.5, 1], 7, [false])).toMatchObject({ found: false });
  });

  it("gives the same result whichever pipe is read first", () => {
    const steps = fc.array(fc.double({ min: 0.01, max: MAX_GAP_SECONDS * 1.3, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
    });
    const turns = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(steps, turns, turns, fc.constantFrom(PLAN, THINNED), (lengths, some, others, plan) => {
        let now = 0;
        const times = [0, ...lengths.map((length) => (now += length))];
        const frames = lastFrameUpTo(plan, Math.ceil(now * RATE)) + 1;
        expect(run(times, frames, some, plan)).toEqual(run(times, frames, others, plan));
      }),
    );
  });
});
