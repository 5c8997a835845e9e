import { describe, expect, it } from "vitest";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import { describeCreative } from "../../src/library/creative.js";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import { Matcher } from "../../src/library/matcher.js";
import { Comparisons } from "../../src/matching/comparisons.js";
import { describeFingerprint } from "../../src/matching/description.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

describe("Matcher", () => {
  it("compares what it must include, also behind as many nearer ones as it compares", async () => {
    const fingerprint = syntheticFingerprint({ seed: 1, seconds: 1 });
    const entry = (id: string, account: string) => {
      const creative = describeCreative(fingerprint, { id, account }, new Date());
      return { creative, fingerprint: encodeFingerprint(fingerprint) };
    };
    await using folder = await temporaryFolder();
    await using store = await EmbeddedStore.open(folder.path);
    await using comparisons = new Comparisons(1);
    // Equally near candidates come in the order of putting.
    await store.put(
      [entry("1", "rival"), entry("2", "rival"), entry("3", "rival"), entry("mine", "acme")],
      [],
    );
    const matcher = new Matcher(store, comparisons, 2);
    const matched = async (include?: { account: string }) => {
      const options = { signal: new AbortController().signal, exceptId: "new", ...(include && { include }) };
      const {
        told: { matches },
      } = await matcher.match(entry("new", "acme").creative, describeFingerprint(fingerprint), options);
      return matches.map(({ creative }) => creative.id);
    };
    expect(await matched()).toEqual(["1", "2"]);
    expect(await matched({ account: "acme" })).toEqual(["1", "2", "mine"]);
  });
});
