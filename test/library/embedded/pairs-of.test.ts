import { expect, it } from "vitest";
import { fillAroundOne } from "../../../native-bench/loop/popular-library.js";
import { EmbeddedStore } from "../../../src/library/embedded/embedded-store.js";
import { temporaryFolder } from "../../temporary-folder.js";

it("tells all pairs of a creative in the order of all, whichever side it is and however many they are", async () => {
  await using folder = await temporaryFolder();
  const id = await fillAroundOne(folder.path, 1_001);
  await using store = await EmbeddedStore.open(folder.path, { readOnly: true });
  const found = await store.pairsOf(id);
  expect(found).toHaveLength(1_000);
  expect(found).toEqual((await store.pairs()).filter(({ a, b }) => a === id || b === id));
  const ids = found.map(({ a, b }) => (a === id ? b : a));
  expect([...(await store.creatives(ids)).keys()].sort()).toEqual(ids.sort());
});
