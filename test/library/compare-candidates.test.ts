import { expect, it } from "vitest";
import { CandidateComparisons } from "../../src/library/compare-candidates.js";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import { Comparisons } from "../../src/matching/comparisons.js";
import { describeFingerprint } from "../../src/matching/description.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";
import { entry } from "./store-back-ends.js";

it("takes a candidate that is removed before it is compared for gone, not for damaged", async () => {
  const fingerprint = syntheticFingerprint({ seed: 1, seconds: 1 });
  const description = describeFingerprint(fingerprint);
  await using folder = await temporaryFolder();
  await using store = await EmbeddedStore.open(folder.path);
  await using comparisons = new Comparisons(1);
  await store.put([entry(fingerprint, { id: "a" }), entry(fingerprint, { id: "b" })], []);
  const candidates = await store.candidates(description.query, {});
  await store.remove(["a"]);
  const comparing = new CandidateComparisons(store, comparisons, description, {
    isEarlier: () => true,
    isFind: () => true,
    signal: new AbortController().signal,
  });
  await comparing.compareNearest(candidates);
  expect(candidates).toHaveLength(2);
  expect(comparing.compared).toMatchObject([{ creative: { id: "b" } }]);
  expect(comparing.unreadable).toEqual([]);
});
