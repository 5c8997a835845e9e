import { describe, expect, it } from "vitest";
import { decodeFingerprint, encodeFingerprint } from "../../src/fingerprint/codec.js";
import { ComparisonPool } from "../../src/matching/comparison-pool.js";
import { describeFingerprint } from "../../src/matching/description.js";
import { createComparer } from "../../src/verdict/compare.js";
import { syntheticFingerprint } from "./synthetic-fingerprint.js";

const query = encodeFingerprint(syntheticFingerprint({ seed: 1, seconds: 1 }));
const earlier = [1, 2, 1, 3, 4, 1, 5, 6, 7, 8, 9, 1, 2].map((seed, edition) =>
  encodeFingerprint(syntheticFingerprint({ seed, edition, seconds: 1 })),
);

describe("ComparisonPool", () => {
  it("gives the verdicts of a plain comparison, in order, for any number of threads", async () => {
    const comparer = createComparer(decodeFingerprint(query));
    const expected = earlier.map((bytes) => comparer.compareWith(decodeFingerprint(bytes)));
    for (const jobs of [1, 3]) {
      await using pool = new ComparisonPool(jobs);
      expect(await pool.compare(query, earlier)).toEqual(expected);
    }
  });

  it("describes a fingerprint as it would be described here", async () => {
    await using pool = new ComparisonPool(1);
    const fingerprint = syntheticFingerprint({ seed: 1, seconds: 3 });
    expect(await pool.describe(fingerprint)).toEqual({
      ...describeFingerprint(fingerprint),
      encoded: Uint8Array.from(encodeFingerprint(fingerprint)),
    });
  });

  it("starts no thread for nothing", async () => {
    await using pool = new ComparisonPool(1);
    expect(await pool.compare(query, [])).toEqual([]);
  });

  it("names a damaged fingerprint by its code", async () => {
    await using pool = new ComparisonPool(1);
    const damaged = Uint8Array.from(query, (byte, i) => (i === query.length - 20 ? byte ^ 1 : byte));
    await expect(pool.compare(query, [damaged])).rejects.toMatchObject({ code: "FINGERPRINT_DAMAGED" });
  });

  it("rejects with the signal's reason, waiting or running, and goes on afterwards", async () => {
    await using pool = new ComparisonPool(1);
    const controller = new AbortController();
    const running = pool.compare(query, earlier, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
    await expect(pool.compare(query, earlier, { signal: controller.signal })).rejects.toThrow("enough");
    expect(await pool.compare(query, earlier.slice(0, 1))).toHaveLength(1);
  });

  it("starts nothing any more once it is closed", async () => {
    const pool = new ComparisonPool(1);
    await pool.close();
    await expect(pool.compare(query, earlier)).rejects.toThrow("closed");
    await expect(pool.describe(syntheticFingerprint({ seed: 1 }))).rejects.toThrow("closed");
  });

  it("refuses a number of threads that is none", () => {
    expect(() => new ComparisonPool(0)).toThrow(expect.objectContaining({ code: "SETTING_INVALID" }));
  });
});
