import { describe, expect, it } from "vitest";
import { hostileRun } from "../../../native-bench/hostile/hostile-run.js";
import { judgeAnswer } from "../../../native-bench/hostile/judged-answer.js";
import { mutate } from "../../../native-bench/hostile/mutations.js";
import { seededRandom } from "../../../samples/random.js";
import { transpiledCli } from "../../cli/transpiled-cli.js";
import { temporaryFolder } from "../../temporary-folder.js";

/** `npm run bench:hostile` tries thousands, and pictures that are bombs. */
it("a service answers hostile creatives, names and requests, and touches nothing outside", async () => {
  await using folder = await temporaryFolder();
  const result = await hostileRun({
    ...{ program: transpiledCli(), folder: folder.path, mutants: 52, seed: 1 },
    ...{ connections: 400, uploadSeconds: 3, withBombs: false },
  });
  expect(result.findings).toEqual([]);
  expect(result.mutants.sent).toBe(52);
  expect(result.mutants.kinds.fingerprint).toBeGreaterThan(0);
  expect(result.mutants.kinds["coded error"]).toBeGreaterThan(0);
});

describe("mutate", () => {
  it("makes the same of the same seed, and leaves the original alone", () => {
    const bytes = Buffer.from("....ftypisom....moovtrak".repeat(20));
    const before = Buffer.from(bytes);
    const one = mutate(bytes, seededRandom("a", 1), [bytes]);
    expect(mutate(bytes, seededRandom("a", 1), [bytes])).toEqual(one);
    const all = Array.from({ length: 50 }, (_, i) => mutate(bytes, seededRandom("a", i), [bytes]));
    expect(new Set(all.map(({ bytes: each }) => String(each))).size).toBeGreaterThan(40);
    expect(bytes).toEqual(before);
  });
});

describe("judgeAnswer", () => {
  it("takes neither silence nor failures of our own for an answer", () => {
    expect(judgeAnswer(undefined)).toBe("wrong");
    expect(judgeAnswer({ status: 500, code: "UNEXPECTED", body: {} })).toBe("wrong");
    expect(judgeAnswer({ status: 200, code: undefined, body: { creative: { width: 0 } } })).toBe("wrong");
    expect(judgeAnswer({ status: 422, code: "MEDIA_DAMAGED", body: {} })).toBe("coded error");
  });
});
