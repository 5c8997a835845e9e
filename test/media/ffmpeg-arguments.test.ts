import { describe, expect, it } from "vitest";
import { frameArguments } from "../../src/media/ffmpeg-arguments.js";
import { TEST_PLAN } from "./rendered-media.js";

describe("frameArguments", () => {
  it("name the rate of the frames, which ffmpeg 7 would take from the file", () => {
    const { stdoutOptions } = frameArguments({
      path: "/a.mp4",
      demuxer: "mov",
      plan: TEST_PLAN,
      effort: "full",
    });
    expect(stdoutOptions[stdoutOptions.indexOf("-r") + 1]).toBe(String(TEST_PLAN.framesPerSecond));
  });
});
