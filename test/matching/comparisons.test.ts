import { describe, expect, it } from "vitest";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import {
  type ComparedCreative,
  Comparisons,
  type RememberedVerdict,
  type VerdictMemory,
} from "../../src/matching/comparisons.js";
import { distinctVerdict } from "../../src/verdict/verdict.js";
import { syntheticFingerprint } from "./synthetic-fingerprint.js";

class ListMemory implements VerdictMemory {
  readonly verdicts: RememberedVerdict[] = [];

  verdictOf(a: string, b: string): RememberedVerdict["verdict"] | undefined {
    return this.verdicts.find((each) => each.a === a && each.b === b)?.verdict;
  }

  rememberVerdicts(verdicts: readonly RememberedVerdict[]): void {
    this.verdicts.push(...verdicts);
  }
}

function compared(seed: number, edition?: number): ComparedCreative {
  const fingerprint = syntheticFingerprint({ seed, ...(edition === undefined ? {} : { edition }) });
  return { fileDigest: fingerprint.digests.file, encoded: encodeFingerprint(fingerprint) };
}

const [original, edited, other] = [compared(1), compared(1, 1), compared(2)] as const;

describe("Comparisons", () => {
  it("compares what the memory does not know, and gives the verdicts in the order asked for", async () => {
    const memory = new ListMemory();
    const known = { ...distinctVerdict(), similarity: 0.123 };
    memory.rememberVerdicts([{ a: other.fileDigest, b: edited.fileDigest, verdict: known }]);
    await using comparisons = new Comparisons(1, memory);
    const verdicts = await comparisons.verdictsOn(edited, [other, original]);
    expect(verdicts[0]).toEqual(known);
    expect(verdicts[1]).toMatchObject({ grade: "duplicate" });
    expect(memory.verdicts.slice(1)).toEqual([
      { a: original.fileDigest, b: edited.fileDigest, verdict: verdicts[1] },
    ]);
  });

  it("compares no two contents twice, but each in both orders", async () => {
    const memory = new ListMemory();
    await using comparisons = new Comparisons(1, memory);
    await comparisons.verdictsOn(edited, [original]);
    await comparisons.verdictsOn(edited, [original]);
    expect(memory.verdicts).toHaveLength(1);
    await comparisons.verdictsOn(original, [edited]);
    expect(memory.verdicts).toHaveLength(2);
  });

  it("needs no memory", async () => {
    await using comparisons = new Comparisons(1);
    expect(await comparisons.verdictsOn(edited, [original, other])).toMatchObject([
      { grade: "duplicate" },
      { grade: "distinct" },
    ]);
  });
});
