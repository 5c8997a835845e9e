import { expect, it } from "vitest";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import { openLibrary } from "../../src/library/open-library.js";
import { describeFingerprint } from "../../src/matching/description.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";
import { entry } from "./store-back-ends.js";

it("tells as many neighbours as may be asked for, the creative itself not among them", async () => {
  const fingerprint = syntheticFingerprint({ seed: 1, seconds: 1 });
  const { evidence } = describeFingerprint(fingerprint);
  await using folder = await temporaryFolder();
  {
    await using store = await EmbeddedStore.open(folder.path);
    const alike = Array.from({ length: 1_001 }, (_, number) => ({
      ...entry(fingerprint, { id: `${number}` }),
      evidence,
    }));
    await store.put(alike, []);
  }
  await using library = await openLibrary(folder.path);
  const nearest = await library.nearestOf("500", { k: 1_000 });
  expect(nearest).toHaveLength(1_000);
  expect(nearest.filter(({ creative }) => creative.id === "500")).toEqual([]);
  await expect(library.nearestOf("500", { k: 1_001 })).rejects.toMatchObject({ code: "SETTING_INVALID" });
  await expect(library.nearestOf("nobody")).rejects.toMatchObject({ code: "CREATIVE_NOT_FOUND" });
});
