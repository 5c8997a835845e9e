import { seededRandom } from "../../samples/random.js";
import { decodeFingerprint } from "../../src/fingerprint/codec.js";
import { candidateQuery, storedEvidence } from "../../src/matching/candidate-evidence.js";
import { CandidateIndex } from "../../src/matching/candidate-index.js";
import { createComparer } from "../../src/verdict/compare.js";
import { median } from "../measuring/median.js";

/** What finding and comparing took, wall-clock milliseconds in one thread, medians. */
export interface MatchingCost {
  readonly queries: number;
  /** Searching one creative among all. */
  readonly searchMs: number;
  /** Candidates the search gives for a creative, itself included. */
  readonly candidates: number;
  readonly pairs: number;
  /** Preparing one creative for comparing. */
  readonly prepareMs: number;
  /** Comparing it with one other; half of the pairs are candidates of each other where there are any. */
  readonly compareMs: number;
}

/** Creatives asked; enough for a stable median. */
const QUERIES = 40;
/** Creatives each of them is compared with. */
const REFERENCES = 6;

/** Searches for and compares a random choice of creatives. */
export async function measureMatching(encoded: readonly Uint8Array[], seed: number): Promise<MatchingCost> {
  const random = seededRandom("throughput", seed);
  const fingerprints = encoded.map((bytes) => decodeFingerprint(bytes));
  await using index = await CandidateIndex.create();
  for (const [id, fingerprint] of fingerprints.entries()) await index.add([storedEvidence(id, fingerprint)]);
  const times = { search: [] as number[], prepare: [] as number[], compare: [] as number[] };
  const candidates: number[] = [];
  for (const query of random.shuffle(fingerprints).slice(0, QUERIES)) {
    const found = await timed(times.search, () => index.find(candidateQuery(query)));
    candidates.push(found.length);
    const near = found.map(({ id }) => fingerprints[id]!).filter((other) => other !== query);
    const references = [...near.slice(0, REFERENCES / 2), ...random.shuffle(fingerprints)].slice(
      0,
      REFERENCES,
    );
    const comparer = await timed(times.prepare, () => createComparer(query));
    for (const reference of references) await timed(times.compare, () => comparer.compareWith(reference));
  }
  return {
    queries: candidates.length,
    searchMs: median(times.search),
    candidates: median(candidates),
    pairs: times.compare.length,
    prepareMs: median(times.prepare),
    compareMs: median(times.compare),
  };
}

async function timed<Result>(times: number[], work: () => Result | Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  times.push(performance.now() - startedAt);
  return result;
}
