import { decodeFingerprint, encodeFingerprint } from "../../src/fingerprint/codec.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { candidateQuery } from "../../src/matching/candidate-evidence.js";
import { compareInSteps } from "../../src/matching/compare-in-steps.js";
import { createComparer } from "../../src/verdict/compare.js";
import type { PairVerdict } from "../../src/verdict/verdict.js";
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
   * CPU milliseconds of all threads for describing, looking up, making ready and comparing in steps. Candidates without pictures (`SyntheticCreatives.pictured`), seven of
   * eight, are passed over as if they were not there.
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
  let [ms, pairs, alike] = [0, 0, 0];
  for (let n = 0; n < checks; n++) {
    const checked = unseen.creative(FIRST_CHECKED + n);
    const found = await timed(() => library.find(candidateQuery(checked)));
    const comparer = await timed(() => createComparer(checked));
    let comparingMs = 0;
    const verdicts = await compareInSteps(picturedOf(found.result, synthetic), {
      compare: async (step) => {
        const references = step.map((draw) => encodeFingerprint(draw()));
        const outcome = await timed(() =>
          references.map((reference) => comparer.result.compareWith(decodeFingerprint(reference))),
        );
        comparingMs += outcome.ms;
        return outcome.result;
      },
      isFind: isAlike,
      similarityOf: ({ similarity }) => similarity,
    });
    cpuMs.push(found.ms + comparer.ms + comparingMs);
    ms += comparingMs;
    pairs += verdicts.length;
    alike += verdicts.filter(isAlike).length;
  }
  return {
    checks,
    candidates: pairs / checks,
    comparingMs: ms / Math.max(1, pairs),
    alike,
    compared: pairs,
    cpuMs: { p50: quantile(cpuMs, 0.5), p99: quantile(cpuMs, 0.99) },
  };
}

function isAlike({ grade }: PairVerdict): boolean {
  return grade !== "distinct";
}

/** How those of some creatives are drawn that have pictures. */
function picturedOf(
  found: readonly { readonly id: number }[],
  synthetic: SyntheticCreatives,
): (() => Fingerprint)[] {
  return found
    .filter(({ id }) => synthetic.isPictured(id))
    .map(
      ({ id }) =>
        () =>
          synthetic.pictured(id),
    );
}

async function timed<Result>(work: () => Result | Promise<Result>): Promise<{ result: Result; ms: number }> {
  const before = cpuSeconds();
  const result = await work();
  return { result, ms: 1000 * totalCpu(cpuSecondsSince(before)) };
}
