import { describe, expect, it } from "vitest";
import { LoopWatch } from "../../native-bench/measuring/loop-watch.js";
import type { ReadCreative, ReportedPair } from "../../src/report/scan-report.js";
import { buildReport, type ReportParts } from "../../src/scan/build-report.js";
import { distinctVerdict } from "../../src/verdict/verdict.js";

/** What README promises, milliseconds. */
const MOST_HELD_MS = 10;

const CREATIVES = 8_000;

/** Of each creative with the next ones. */
const PAIRS_EACH = 3;

function creative(number: number): ReadCreative {
  return {
    id: `campaign/${number} (${number % 7}).mp4`,
    path: `campaign/${number} (${number % 7}).mp4`,
    origin: number % 10 === 0 ? "library" : "scan",
    account: "4711",
    status: "ok",
    kind: "video",
    durationSeconds: 15,
    width: 720,
    height: 1280,
    layout: "plain",
    fileDigest: `sha256:${number}`,
  };
}

/** As many creatives and pairs as said, in no order. */
function partsOf(creatives: number): ReportParts {
  const all = Array.from({ length: creatives }, (_, place) => creative((place * 7919) % creatives));
  const pairs = all.flatMap(({ id: a }, place) =>
    Array.from({ length: PAIRS_EACH }, (_, next): ReportedPair => {
      const b = all[(place + next + 1) % creatives]!.id;
      return { ...distinctVerdict(), a, b, grade: "similar", similarity: 0.5 + ((place * 31) % 500) / 1000 };
    }),
  );
  return {
    tool: { version: "0", ffmpeg: "0", settings: { threshold: 0.45 } },
    creatives: all,
    pairs,
    warnings: [],
    allowed: 0,
    elapsedSeconds: 1,
  };
}

describe("buildReport", () => {
  it.runIf(process.platform === "linux")("leaves the event loop to others", async () => {
    const { signal } = new AbortController();
    await buildReport(partsOf(1_000), signal);
    const parts = partsOf(CREATIVES);
    const watch = new LoopWatch();
    const report = await buildReport(parts, signal);
    const { worked } = watch.end();
    expect(report.summary).toMatchObject({ pairs: PAIRS_EACH * CREATIVES, groups: 1 });
    expect(report.accounts?.accounts).toHaveLength(1);
    // Twice as much: collecting the garbage of all that is told takes some milliseconds.
    expect(worked.most).toBeLessThan(2 * MOST_HELD_MS);
  });

  it("gives the same report whatever the order of its parts", async () => {
    const { signal } = new AbortController();
    const parts = partsOf(500);
    const turned = { ...parts, creatives: parts.creatives.toReversed(), pairs: parts.pairs.toReversed() };
    const report = await buildReport(parts, signal);
    expect(await buildReport(turned, signal)).toEqual(report);
    expect(report.creatives.findIndex(({ origin }) => origin === "scan")).toBe(50);
    expect(report.creatives[50]?.path).toBe("campaign/1 (1).mp4");
  });

  it("rejects with the signal's reason", async () => {
    await expect(buildReport(partsOf(500), AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });
});
