import { describe, expect, it } from "vitest";
import { describeCreative } from "../../src/library/creative.js";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import { Matcher, type MatchOptions } from "../../src/library/matcher.js";
import type { NewCreative } from "../../src/library/store.js";
import { FAR_CANDIDATE_LIMIT } from "../../src/matching/candidate-index.js";
import { Comparisons } from "../../src/matching/comparisons.js";
import { describeFingerprint } from "../../src/matching/description.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";
import { entry } from "./store-back-ends.js";

const fingerprint = syntheticFingerprint({ seed: 1, seconds: 1 });
const copy = syntheticFingerprint({ seed: 1, seconds: 1, edition: 1 });
const stranger = syntheticFingerprint({ seed: 2, seconds: 1 });
const asked = describeFingerprint(fingerprint);

/** The ids of the matches among some creatives, in the order of their similarity. */
async function withStored(
  stored: readonly NewCreative[],
  test: (matched: (how?: Partial<MatchOptions>) => Promise<string[]>, store: EmbeddedStore) => Promise<void>,
  candidateLimit?: number,
): Promise<void> {
  await using folder = await temporaryFolder();
  await using store = await EmbeddedStore.open(folder.path);
  await using comparisons = new Comparisons(1);
  await store.put(stored, []);
  const matcher = new Matcher(store, comparisons, candidateLimit);
  const creative = describeCreative(asked.facts, { id: "new", account: "acme" }, new Date());
  await test(async (how) => {
    const options = { signal: new AbortController().signal, exceptId: "new", ...how };
    const { told } = await matcher.match(creative, asked, options);
    return told.matches.map((match) => match.creative.id);
  }, store);
}

describe("Matcher", () => {
  it("compares what it must include, also behind as many nearer ones as it compares", async () => {
    // Equally near candidates come in the order of putting.
    const rivals = ["1", "2", "3"].map((id) => entry(fingerprint, { id, account: "rival" }));
    const mine = entry(fingerprint, { id: "mine", account: "acme" });
    const test = async (matched: (how?: Partial<MatchOptions>) => Promise<string[]>): Promise<void> => {
      expect(await matched()).toEqual(["1", "2"]);
      expect(await matched({ include: { account: "acme" } })).toEqual(["1", "2", "mine"]);
    };
    await withStored([...rivals, mine], test, 2);
  });

  it("compares what it must include, also behind as many far ones as it takes", async () => {
    // Found by hashes alone, which are worth a distance that most strangers have.
    const { descriptors } = describeFingerprint(stranger).evidence;
    const { hashes } = asked.evidence;
    const further = hashes.map((hash) => hash.map((byte, at) => (at === 0 ? byte ^ 1 : byte)));
    const rivals = Array.from({ length: FAR_CANDIDATE_LIMIT + 6 }, (_, number) => ({
      ...entry(stranger, { id: `rival-${number}`, account: "rival" }),
      evidence: { descriptors, hashes },
    }));
    const mine = {
      ...entry(copy, { id: "mine", account: "acme" }),
      evidence: { descriptors, hashes: further },
    };
    await withStored([...rivals, mine], async (matched) => {
      expect(await matched()).toEqual([]);
      expect(await matched({ scope: { account: "acme" } })).toEqual(["mine"]);
      expect(await matched({ include: { account: "acme" } })).toEqual(["mine"]);
    });
  });
});
