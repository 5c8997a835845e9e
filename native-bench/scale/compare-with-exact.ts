import { ExactIndex } from "../../src/index/exact-index.js";
import type { StoredEvidence } from "../../src/matching/candidate-evidence.js";
import { CandidateIndex } from "../../src/matching/candidate-index.js";
import type { GrowingLibrary } from "./growing-library.js";
import type { PlantedQuery } from "./planted-queries.js";

/** What the library's search has of what exact search finds: its candidates, most of which are strangers, and the originals among them, which is what is lost with one that is missed. */
export interface ExactComparison {
  readonly creatives: number;
  readonly queries: number;
  /** Candidates of exact search, all queries together. */
  readonly exact: number;
  readonly shared: number;
  /** Queries whose original is among the candidates of exact search, and those for which the library's search has it as well. */
  readonly originals: number;
  readonly sharedOriginals: number;
  /** Wall-clock milliseconds a query of exact search, mean. */
  readonly exactMs: number;
  /** Queries whose original the library's search did not find, and those of them for which exact search has it: what is lost. */
  readonly missed: number;
  readonly lost: number;
}

/** What is asked of both. */
export interface ExactQueries {
  readonly planted: readonly PlantedQuery[];
  /** Those whose original the library's search did not find: exact search alone is asked. */
  readonly missed: readonly PlantedQuery[];
}

/** Asks a library and, over the same creatives, an index that looks at everything. */
export async function compareWithExact(
  library: GrowingLibrary,
  creatives: Iterable<StoredEvidence>,
  { planted, missed }: ExactQueries,
): Promise<ExactComparison> {
  await using oracle = new CandidateIndex(new ExactIndex());
  for (const creative of creatives) await oracle.add([creative]);
  let exact = 0;
  let shared = 0;
  let originals = 0;
  let sharedOriginals = 0;
  let elapsed = 0;
  for (const { id: original, query } of planted) {
    const found = new Set((await library.find(query)).map(({ id }) => id));
    const startedAt = performance.now();
    const expected = await oracle.find(query);
    elapsed += performance.now() - startedAt;
    exact += expected.length;
    shared += expected.filter(({ id }) => found.has(id)).length;
    if (!expected.some(({ id }) => id === original)) continue;
    originals++;
    if (found.has(original)) sharedOriginals++;
  }
  let lost = 0;
  for (const { id: original, query } of missed)
    if ((await oracle.find(query)).some(({ id }) => id === original)) lost++;
  return {
    creatives: library.size,
    queries: planted.length,
    exact,
    shared,
    originals,
    sharedOriginals,
    exactMs: elapsed / planted.length,
    missed: missed.length,
    lost,
  };
}
