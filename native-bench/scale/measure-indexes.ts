import { seededRandom } from "../../samples/random.js";
import { CellIndex } from "../../src/index/cells/cell-index.js";
import type { CreativeIndex, FoundCreative } from "../../src/index/creative-index.js";
import { ExactIndex } from "../../src/index/exact-index.js";
import { HammingScan } from "../../src/index/hamming/hamming-scan.js";
import { CODE_BYTES } from "../../src/index/hamming/popcount-kernel.js";
import { CANDIDATE_LIMIT, HAMMING_RADIUS } from "../../src/matching/candidate-index.js";
import { cpuSeconds, cpuSecondsSince, totalCpu } from "../measuring/cpu-seconds.js";
import { median } from "../measuring/median.js";
import { plantQueries } from "./planted-queries.js";
import type { SyntheticCreatives } from "./synthetic-creatives.js";

/** The cells beside exact search. */
export interface ViewSearchCost {
  readonly creatives: number;
  readonly views: number;
  readonly addedPerCpuSecond: number;
  readonly queries: number;
  /** CPU milliseconds a query, all threads. */
  readonly searchMs: number;
  readonly exactMs: number;
  /** Creatives that exact search proposes, of all queries together, and how many of them the cells give. */
  readonly near: number;
  readonly found: number;
}

/** The scan of hashes. */
export interface CodeScanCost {
  readonly codes: number;
  /** Wall-clock milliseconds a query, median. */
  readonly scanMs: number;
}

const CODES = 1_000_000;
const SCANS = 50;

/** Asks both indexes for planted edits. */
export async function measureViewSearch(
  synthetic: SyntheticCreatives,
  {
    creatives,
    queries,
    seed,
  }: { readonly creatives: number; readonly queries: number; readonly seed: number },
): Promise<ViewSearchCost> {
  const planted = plantQueries(synthetic, queries, seed);
  const stored = [
    ...planted.map((each) => each.stored),
    ...Array.from({ length: Math.max(0, creatives - queries) }, (_, i) => synthetic.stored(queries + i)),
  ].map(({ id, descriptors }) => ({ id, moments: descriptors }));
  await using cells = await CellIndex.create();
  await using exact = new ExactIndex();
  const added = await cpuOf(() => cells.add(stored));
  await exact.add(stored);
  const ask = (index: CreativeIndex): Promise<FoundCreative[][]> =>
    Promise.all(planted.map(({ query }) => index.search(query.views, CANDIDATE_LIMIT)));
  const searched = await cpuOf(() => ask(cells));
  const looked = await cpuOf(() => ask(exact));
  const { views } = await cells.size();
  return {
    ...{ creatives: stored.length, views, addedPerCpuSecond: stored.length / added.seconds, queries },
    searchMs: (1000 * searched.seconds) / queries,
    exactMs: (1000 * looked.seconds) / queries,
    ...countFound(looked.result, searched.result),
  };
}

async function cpuOf<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly seconds: number }> {
  const before = cpuSeconds();
  const result = await work();
  return { result, seconds: totalCpu(cpuSecondsSince(before)) };
}

function countFound(
  expected: readonly (readonly FoundCreative[])[],
  given: readonly (readonly FoundCreative[])[],
): { readonly near: number; readonly found: number } {
  let near = 0;
  let found = 0;
  for (const [query, creatives] of expected.entries()) {
    const ids = new Set(given[query]!.map(({ id }) => id));
    near += creatives.length;
    found += creatives.filter(({ id }) => ids.has(id)).length;
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
