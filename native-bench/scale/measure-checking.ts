import { decodeFingerprint, encodeFingerprint } from "../../src/fingerprint/codec.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { candidateQuery } from "../../src/matching/candidate-evidence.js";
import { FIRST_STEP } from "../../src/matching/compare-in-steps.js";
import { createComparer } from "../../src/verdict/compare.js";
import { cpuSeconds, cpuSecondsSince, totalCpu } from "../measuring/cpu-seconds.js";
import { quantile } from "../measuring/quantile.js";
import type { GrowingLibrary } from "./growing-library.js";
import type { SyntheticCreatives } from "./synthetic-creatives.js";

/** What a whole check of creatives took that nothing in the library is an edit of; decoding their files is not in it. */
export interface CheckingCost {
  readonly checks: number;
  /** Candidates that are compared, mean. */
  readonly candidates: number;
  /** CPU milliseconds of unpacking and comparing with one, mean; making the query ready is not in it. */
  readonly comparingMs: number;
  /** Of those compared, the pairs that were found alike: made-up ads may share a piece of a picture. */
  readonly alike: number;
  readonly compared: number;
  /**
   * CPU milliseconds of all threads for describing, looking up, making ready and comparing with the nearest candidates. Those without pictures (`SyntheticCreatives.pictured`) are
   * reckoned with what comparing took with those that have some.
   */
  readonly cpuMs: { readonly p50: number; readonly p99: number };
}

/** Number of the first creative that is checked: none of the library, and none that is planted. */
const FIRST_CHECKED = 500_000;

/**
 * Checks made-up creatives against a library, one after the other.
 *
 * @param synthetic what the library was filled with
 * @param unseen what is checked: from the same pictures, or from others
 */
export async function measureChecking(
  library: GrowingLibrary,
  synthetic: SyntheticCreatives,
  unseen: SyntheticCreatives,
  checks: number,
): Promise<CheckingCost> {
  const cpuMs: number[] = [];
  const [all, compared] = [
    { candidates: 0, ms: 0 },
    { pairs: 0, alike: 0 },
  ];
  for (let n = 0; n < checks; n++) {
    const checked = unseen.creative(FIRST_CHECKED + n);
    const found = await timed(() => library.find(candidateQuery(checked)));
    const comparer = await timed(() => createComparer(checked));
    // A step without a find is all that is compared.
    const nearest = found.result.slice(0, FIRST_STEP);
    const references = picturesOf(nearest, synthetic).map(encodeFingerprint);
    const verdicts = await timed(() =>
      references.map((reference) => comparer.result.compareWith(decodeFingerprint(reference))),
    );
    const one = verdicts.ms / Math.max(1, references.length);
    cpuMs.push(found.ms + comparer.ms + one * nearest.length);
    all.candidates += nearest.length;
    all.ms += verdicts.ms;
    compared.pairs += references.length;
    compared.alike += verdicts.result.filter(({ grade }) => grade !== "distinct").length;
  }
  return {
    checks,
    candidates: all.candidates / checks,
    comparingMs: all.ms / Math.max(1, compared.pairs),
    alike: compared.alike,
    compared: compared.pairs,
    cpuMs: { p50: quantile(cpuMs, 0.5), p99: quantile(cpuMs, 0.99) },
  };
}

function picturesOf(found: readonly { readonly id: number }[], synthetic: SyntheticCreatives): Fingerprint[] {
  return found.flatMap(({ id }) => synthetic.pictured(id) ?? []);
}

async function timed<Result>(work: () => Result | Promise<Result>): Promise<{ result: Result; ms: number }> {
  const before = cpuSeconds();
  const result = await work();
  return { result, ms: 1000 * totalCpu(cpuSecondsSince(before)) };
}
