import { seededRandom } from "../../samples/random.js";
import { ExactNeighbours } from "../../src/index/exact-neighbours.js";
import { HammingScan } from "../../src/index/hamming/hamming-scan.js";
import { CODE_BYTES } from "../../src/index/hamming/popcount-kernel.js";
import { HnswNeighbours } from "../../src/index/hnsw/hnsw-neighbours.js";
import type { Neighbour } from "../../src/index/nearest-neighbours.js";
import { HAMMING_RADIUS, NEIGHBOURS_ASKED } from "../../src/matching/candidate-index.js";
import { CANDIDATE_DISTANCE, DESCRIPTOR_DIMENSION } from "../../src/signature/descriptors.js";
import { cpuSeconds, cpuSecondsSince, totalCpu } from "../measuring/cpu-seconds.js";
import { median } from "../measuring/median.js";
import { plantQueries } from "./planted-queries.js";
import type { SyntheticCreatives } from "./synthetic-creatives.js";

/** The graph beside exact search, single vectors. */
export interface VectorSearchCost {
  readonly vectors: number;
  readonly addsPerCpuSecond: number;
  readonly queries: number;
  /** Wall-clock microseconds a vector, many asked at once. */
  readonly searchMicroseconds: number;
  readonly exactMicroseconds: number;
  /** Creatives that exact search has within the radius, of all queries together, and how many of them the graph gives. */
  readonly near: number;
  readonly found: number;
}

/** The scan of hashes. */
export interface CodeScanCost {
  readonly codes: number;
  /** Wall-clock milliseconds a query, median. */
  readonly scanMs: number;
}

/** Edited creatives whose vectors are asked for. */
const PLANTED = 20;
const CODES = 1_000_000;
const SCANS = 50;

/** Asks both indexes for a random choice of the vectors of planted edits. */
export async function measureVectorSearch(
  synthetic: SyntheticCreatives,
  {
    creatives,
    queries,
    seed,
  }: { readonly creatives: number; readonly queries: number; readonly seed: number },
): Promise<VectorSearchCost> {
  const planted = plantQueries(synthetic, PLANTED, seed);
  const stored = [
    ...planted.map((each) => each.stored),
    ...Array.from({ length: Math.max(0, creatives - PLANTED) }, (_, i) => synthetic.stored(PLANTED + i)),
  ];
  const entries = stored.flatMap(({ id, descriptors }) => descriptors.map((vector) => ({ id, vector })));
  await using graph = await HnswNeighbours.create(DESCRIPTOR_DIMENSION);
  await using exact = new ExactNeighbours(DESCRIPTOR_DIMENSION);
  const before = cpuSeconds();
  await graph.add(entries);
  const addingSeconds = totalCpu(cpuSecondsSince(before));
  await exact.add(entries);
  const asked = seededRandom("index", seed)
    .shuffle(planted.flatMap(({ query }) => query.descriptors))
    .slice(0, queries);
  const options = { k: NEIGHBOURS_ASKED, radius: CANDIDATE_DISTANCE };
  const startedAt = performance.now();
  const given = await graph.search(asked, options);
  const graphMs = performance.now() - startedAt;
  const expected = await exact.search(asked, options);
  const exactMs = performance.now() - startedAt - graphMs;
  const { near, found } = countFound(expected, given);
  return {
    ...{ vectors: entries.length, addsPerCpuSecond: entries.length / addingSeconds, queries: asked.length },
    searchMicroseconds: (1000 * graphMs) / asked.length,
    exactMicroseconds: (1000 * exactMs) / asked.length,
    ...{ near, found },
  };
}

function countFound(
  expected: readonly (readonly Neighbour[])[],
  given: readonly (readonly Neighbour[])[],
): { readonly near: number; readonly found: number } {
  let near = 0;
  let found = 0;
  for (const [query, neighbours] of expected.entries()) {
    const ids = new Set(given[query]!.map(({ id }) => id));
    near += neighbours.length;
    found += neighbours.filter(({ id }) => ids.has(id)).length;
  }
  return { near, found };
}

/** Scans random hashes, of which next to none is near another. */
export async function measureCodeScan(seed: number): Promise<CodeScanCost> {
  const random = seededRandom("codes", seed);
  const code = (): Uint8Array => Uint8Array.from({ length: CODE_BYTES }, () => random.integer(0, 255));
  const scan = new HammingScan();
  scan.add(Array.from({ length: CODES }, (_, id) => ({ id, code: code() })));
  const times: number[] = [];
  for (let i = 0; i < SCANS; i++) {
    const query = code();
    const startedAt = performance.now();
    await scan.search([query], HAMMING_RADIUS);
    times.push(performance.now() - startedAt);
  }
  return { codes: CODES, scanMs: median(times) };
}
