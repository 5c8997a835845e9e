import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CellIndex } from "../../src/index/cells/cell-index.js";
import type { CandidateQuery, StoredEvidence } from "../../src/matching/candidate-evidence.js";
import { type Candidate, CandidateIndex } from "../../src/matching/candidate-index.js";
import { DESCRIPTOR_VERSION } from "../../src/signature/descriptors.js";
import { cpuSeconds, cpuSecondsSince, totalCpu } from "../measuring/cpu-seconds.js";

/** Creatives added at a time. */
const BATCH = 200;

/** What a stretch of adding cost. */
export interface AddingCost {
  readonly creatives: number;
  readonly views: number;
  /** Of all threads; making the creatives up is not counted. */
  readonly cpuSeconds: number;
}

/** A search index that creatives are added to, and that is measured at several sizes. */
export class GrowingLibrary implements AsyncDisposable {
  readonly #bytesBefore = residentBytes();
  readonly #creatives: CellIndex;
  readonly #index: CandidateIndex;
  #size = 0;

  private constructor(creatives: CellIndex) {
    this.#creatives = creatives;
    this.#index = new CandidateIndex(creatives);
  }

  /** An empty one. */
  static async create(): Promise<GrowingLibrary> {
    return new GrowingLibrary(await CellIndex.create());
  }

  /** Creatives held. */
  get size(): number {
    return this.#size;
  }

  /** Adds creatives, made one after the other as they are needed. */
  async add(creatives: Iterable<StoredEvidence>): Promise<AddingCost> {
    const cost = { creatives: 0, cpuSeconds: 0 };
    const before = (await this.#creatives.size()).views;
    let batch: StoredEvidence[] = [];
    const flush = async (): Promise<void> => {
      const startedAt = cpuSeconds();
      await this.#index.add(batch);
      cost.cpuSeconds += totalCpu(cpuSecondsSince(startedAt));
      cost.creatives += batch.length;
      batch = [];
    };
    for (const creative of creatives) if (batch.push(creative) === BATCH) await flush();
    await flush();
    this.#size += cost.creatives;
    return { ...cost, views: (await this.#creatives.size()).views - before };
  }

  /** See `CandidateIndex.find`. */
  find(query: CandidateQuery): Promise<Candidate[]> {
    return this.#index.find(query);
  }

  /** Memory that has been taken since the library was empty, bytes a creative; what is garbage is collected first, if Node runs with --expose-gc. */
  bytesACreative(): number {
    return (residentBytes() - this.#bytesBefore) / this.#size;
  }

  /** Seconds to read the index of descriptors from its files, the disk's cache warm; it is saved for this and closed again. */
  async openingSeconds(): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), "samecut-scale-"));
    const identity = { owner: "scale", descriptorVersion: DESCRIPTOR_VERSION };
    try {
      await this.#creatives.save(folder, identity);
      const startedAt = performance.now();
      const { index, refused } = await CellIndex.load(folder, identity);
      const seconds = (performance.now() - startedAt) / 1000;
      await index.close();
      if (refused !== undefined) throw new Error(`The saved index was refused: ${refused}`);
      return seconds;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#index.close();
  }
}

function residentBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}
