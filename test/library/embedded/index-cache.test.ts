import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { SamecutError } from "../../../src/errors.js";
import { IndexCache } from "../../../src/library/embedded/index-cache.js";
import { WarningList } from "../../../src/library/warning-list.js";
import { candidateQuery, storedEvidence } from "../../../src/matching/candidate-evidence.js";
import type { CandidateIndex } from "../../../src/matching/candidate-index.js";
import { DigestTable } from "../../../src/matching/digest-table.js";
import { syntheticFingerprint } from "../../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../../temporary-folder.js";

const prints = Array.from({ length: 4 }, (_, seed) => syntheticFingerprint({ seed, seconds: 1 }));
const evidenceOfFirst = storedEvidence(1, prints[0]!);
const query = candidateQuery(prints[2] as (typeof prints)[0]);

/** A truth that tells how often it is asked. */
class CountingSource {
  readonly digests = new DigestTable();
  held = [1, 2, 3, 4];
  asked = 0;
  writes = 0;

  async *numbers() {
    yield this.held;
  }
  evidence(numbers: readonly number[]) {
    this.asked += numbers.length;
    return numbers.map((number) => storedEvidence(number, prints[number - 1] as (typeof prints)[0]));
  }
  async *hashes() {
    yield this.evidence(this.held);
    this.asked -= this.held.length;
  }
  foreignWrites(): number {
    return this.writes;
  }
}

const firstId = async (index: CandidateIndex) => (await index.find(query))[0]?.id;

describe("IndexCache", () => {
  it("builds the index anew when its thread dies, and answers the question all the same", async () => {
    await using folder = await temporaryFolder();
    const source = new CountingSource();
    const given = options(folder.path);
    const cache = new IndexCache(source, given);
    let crashes = 1;
    const answer = await cache.use(async (index) => {
      if (crashes-- > 0) throw new SamecutError("INDEX_CRASHED", { detail: "for the test" });
      return firstId(index);
    });
    expect(answer).toBe(3);
    expect(source.asked).toBe(8);
    expect(given.warnings.all).toEqual([expect.stringMatching(/built anew.*for the test/)]);
    await expect(cache.use(() => Promise.reject(new SamecutError("INDEX_CRASHED")))).rejects.toMatchObject({
      code: "INDEX_CRASHED",
    });
    await cache.close();
  });

  it("answers as well when the thread dies while the index takes in what was written", async () => {
    await using folder = await temporaryFolder();
    const source = new CountingSource();
    const evidence = source.evidence.bind(source);
    let crashes = 1;
    source.evidence = (numbers) => {
      if (crashes-- > 0) throw new SamecutError("INDEX_CRASHED", { detail: "for the test" });
      return evidence(numbers);
    };
    const given = options(folder.path);
    const cache = new IndexCache(source, given);
    expect(await cache.use(firstId)).toBe(3);
    expect(given.warnings.all).toEqual([expect.stringMatching(/built anew.*for the test/)]);
    await cache.close();
  });

  it("sees what other processes wrote", async () => {
    await using folder = await temporaryFolder();
    const source = new CountingSource();
    source.held = [1, 2];
    const cache = new IndexCache(source, { ...options(folder.path), writable: false });
    expect(await cache.use(firstId)).not.toBe(3);
    source.held = [2, 3];
    expect(await cache.use(firstId)).not.toBe(3);
    source.writes++;
    expect(await cache.use(firstId)).toBe(3);
    await cache.close();
  });

  it("begins where the files end", async () => {
    await using folder = await temporaryFolder();
    const source = new CountingSource();
    source.held = [1, 2];
    const first = new IndexCache(source, options(folder.path));
    await first.use(firstId);
    await first.close();
    source.held = [1, 2, 3];
    const given = options(folder.path);
    const second = new IndexCache(source, given);
    expect(await second.use(firstId)).toBe(3);
    expect(given.warnings.all).toEqual([]);
    await second.close();
  });

  it("goes on taking in what was written when the one who asked has left", async () => {
    await using folder = await temporaryFolder();
    const source = new CountingSource();
    const leaving = new AbortController();
    const evidence = source.evidence.bind(source);
    source.evidence = (numbers) => {
      leaving.abort(new Error("gone"));
      return evidence(numbers);
    };
    const given = options(folder.path);
    const cache = new IndexCache(source, given);
    await expect(cache.use(firstId, leaving.signal)).rejects.toThrow("gone");
    expect(await cache.use(firstId)).toBe(3);
    expect(source.asked).toBe(4);
    await cache.close();
    expect(given.warnings.all).toEqual([]);
  });

  it("saves while very many are taken in, and again only when something has changed", async () => {
    await using folder = await temporaryFolder();
    const source = new CountingSource();
    const flat = { ...evidenceOfFirst, descriptors: new Int8Array() };
    const given = options(folder.path);
    source.held = Array.from({ length: 2_100 }, (_, number) => number);
    const cache = new IndexCache(source, given);
    let saves = 0;
    source.evidence = (numbers) => {
      if (existsSync(join(given.folder, "header.json"))) saves++;
      return numbers.map((id) => ({ ...evidenceOfFirst, id }));
    };
    await cache.use(firstId);
    expect(saves).toBe(1);
    await cache.close();
    const saved = readFileSync(join(given.folder, "header.json"), "utf8");
    source.held.push(9_999);
    source.evidence = (numbers) => numbers.map((id) => ({ ...flat, id }));
    const again = new IndexCache(source, given);
    await again.use(firstId);
    await again.close();
    expect(readFileSync(join(given.folder, "header.json"), "utf8")).toBe(saved);
  });

  it("leaves to the next time what would keep its closing waiting", async () => {
    await using folder = await temporaryFolder();
    const source = new CountingSource();
    source.held = Array.from({ length: 25_000 }, (_, number) => number);
    const given = options(folder.path);
    const cache = new IndexCache(source, given);
    let asked = 0;
    source.evidence = (numbers) => {
      asked++;
      return numbers.map((id) => ({ ...evidenceOfFirst, id }));
    };
    const waiting = cache.use(firstId);
    const refused = expect(waiting).rejects.toMatchObject({ code: "LIBRARY_CLOSED" });
    while (asked < 4) await delay(5);
    await cache.close();
    await refused;
    expect(asked).toBeLessThan(20);
    const { creatives } = JSON.parse(readFileSync(join(given.folder, "header.json"), "utf8"));
    expect(creatives).toBeGreaterThanOrEqual(100);
  });

  it("stops catching up with the signal's reason, and catches up later", async () => {
    await using folder = await temporaryFolder();
    const cache = new IndexCache(new CountingSource(), options(folder.path));
    await expect(cache.use(firstId, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
    expect(await cache.use(firstId)).toBe(3);
    await cache.close();
  });
});

function options(folder: string) {
  const identity = { owner: "test", descriptorVersion: 1 };
  return { folder: join(folder, "index"), identity, writable: true, warnings: new WarningList() };
}
