import { describe, expect, it } from "vitest";
import type { JudgedPair } from "../../../native-bench/accuracy/judged-pair.js";
import { cleanReading, isAbove } from "../../../native-bench/accuracy/peers/clean-threshold.js";
import { isFlat } from "../../../native-bench/accuracy/peers/flat-frame.js";
import { bitDistance, compareFrameHashes } from "../../../native-bench/accuracy/peers/frame-hashes.js";
import { matchedFrames } from "../../../native-bench/accuracy/peers/mpeg7-peer.js";
import { peerRecall } from "../../../native-bench/accuracy/peers/peer-recall.js";
import { sampleNegatives, samplePositives } from "../../../native-bench/accuracy/peers/sample-pairs.js";
import type { PairTruth, TruthFile } from "../../../samples/truth/truth-file.js";

const hash = (...bytes: number[]) => Uint8Array.from(bytes);

describe("frame hashes", () => {
  it("differ by the share of their bits", () => {
    expect(bitDistance(hash(0b1111_0000, 255), hash(0b1111_0011, 255))).toBe(2 / 16);
  });

  it("are compared from either side: half of the one may be all of the other", () => {
    const scores = compareFrameHashes([hash(0), hash(0), hash(255), hash(255)], [hash(0), hash(1)]);
    expect(scores["50 % of both sides' frames"]).toBe(1);
    expect(scores["70 % of either side's frames"]).toBe(1 - 1 / 8);
    expect(scores["70 % of both sides' frames"]).toBe(1 - 7 / 8);
  });

  it("of nothing are like nothing", () => {
    expect(Math.max(...Object.values(compareFrameHashes([], [hash(0)])))).toBe(0);
  });

  it("are not made of flat frames", () => {
    expect(isFlat(new Uint8Array(100).fill(90))).toBe(true);
    expect(isFlat(Uint8Array.from({ length: 100 }, (_, index) => (index % 2) * 20))).toBe(false);
  });
});

describe("what ffmpeg's signature filter says", () => {
  it("is a number of frames, or that there are none", () => {
    const line =
      "[Parsed_signature_0 @ 0x55] matching of video 0 at 1.533333 and 1 at 0.200000, 79 frames matching";
    expect(matchedFrames(`Stream #0\n${line}\n`)).toBe(79);
    expect(matchedFrames("[Parsed_signature_0 @ 0x55] no matching of video 0 and 1\n")).toBe(0);
    expect(() => matchedFrames("Conversion failed!")).toThrow();
  });
});

describe("cleanReading", () => {
  const positives = [
    { strict: 0.9, lax: 0.9 },
    { strict: 0.7, lax: 0.95 },
    { strict: 0.2, lax: 0.6 },
  ];

  it("takes the threshold that just clears the negatives, and the reading that then finds most", () => {
    const clean = cleanReading(positives, [{ strict: 0.5, lax: 0.9 }])!;
    expect(clean).toEqual({ reading: "strict", threshold: 0.5 });
    expect(positives.map((scores) => isAbove(scores, clean))).toEqual([true, true, false]);
  });

  it("never finds a pair that scores nothing", () => {
    expect(isAbove({ frames: 0 }, cleanReading([{ frames: 0 }], [])!)).toBe(false);
  });
});

describe("sampleNegatives", () => {
  const names = ["x-1", "x-2", "y", "z"];
  const truth: TruthFile = {
    schema: "samecut.truth/1",
    originals: names.map((name) => ({ name, file: `${name}.mp4`, family: name[0]! })),
    creatives: [
      ...names.map((name) => ({ file: `${name}.mp4`, original: name, alsoShows: [] })),
      { file: "y-tail.mp4", original: "y", alsoShows: ["z"] },
    ],
    pairs: [],
  };
  const files = truth.creatives.map(({ file }) => file);

  it("draws each pair of strangers once, and no kin or donors", () => {
    const drawn = sampleNegatives(truth, files, 100, 1).map(({ a, b }) => [a, b].sort().join(" "));
    expect(drawn.toSorted()).toEqual([
      "x-1.mp4 y-tail.mp4",
      "x-1.mp4 y.mp4",
      "x-1.mp4 z.mp4",
      "x-2.mp4 y-tail.mp4",
      "x-2.mp4 y.mp4",
      "x-2.mp4 z.mp4",
      "y.mp4 z.mp4",
    ]);
  });

  it("draws the same ones again with the same seed", () => {
    expect(sampleNegatives(truth, files, 3, 1)).toEqual(sampleNegatives(truth, files, 3, 1));
    expect(sampleNegatives(truth, files, 3, 1)).toHaveLength(3);
  });
});

describe("samplePositives", () => {
  const pair = (b: number, expected: string) =>
    ({ b: String(b), expected, similar: expected === "similar" }) as PairTruth;
  const pairs = Array.from({ length: 40 }, (_, b) => pair(b, b % 2 === 0 ? "similar" : "distinct"));

  it("draws true pairs by the seed and leaves them in their order", () => {
    const drawn = samplePositives(pairs, 8, 1).map(({ b }) => Number(b));
    expect(drawn).toHaveLength(8);
    expect(drawn).toEqual(drawn.toSorted((p, q) => p - q));
    expect(drawn.every((b) => b % 2 === 0)).toBe(true);
    expect(samplePositives(pairs, 8, 2).map(({ b }) => Number(b))).not.toEqual(drawn);
  });

  it("takes all where there are no more", () => {
    expect(samplePositives(pairs, 100, 1)).toHaveLength(20);
  });
});

it("counts recall side by side", () => {
  const pairs = ["grey", "grey", "zoom"].map((edit) => ({ truth: { edit } }) as JudgedPair);
  const detectors = [
    { name: "one", crashes: 0, found: [true, true, false] },
    { name: "other", crashes: 0, found: [false, true, true] },
  ];
  const rows = peerRecall({ pairs, detectors, strangers: 0, hardNegatives: 0 }, ({ truth }) => truth!.edit);
  expect(rows.map(({ name, recalls }) => [name, ...recalls.map(({ right }) => right)])).toEqual([
    ["grey", 2, 1],
    ["zoom", 0, 1],
    ["all", 2, 2],
  ]);
});
