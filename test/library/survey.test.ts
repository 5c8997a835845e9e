import { describe, expect, it } from "vitest";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import { Surveys } from "../../src/library/survey.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";
import { entry, pair } from "./store-back-ends.js";

const print = syntheticFingerprint({ seed: 1, seconds: 1 });

describe("Surveys", () => {
  it("tell creatives earliest first, ties by id, whatever order they were put in", async () => {
    await using folder = await temporaryFolder();
    await using store = await EmbeddedStore.open(folder.path);
    const dated = entry(print, { id: "d", uploadedAt: new Date("2025-01-01T00:00:00Z") });
    await store.put(
      [entry(print, { id: "b" }), entry(print, { id: "c" }), entry(print, { id: "a" }), dated],
      [],
    );
    const surveys = new Surveys(store);
    expect([...(await surveys.current()).creatives.keys()]).toEqual(["d", "a", "b", "c"]);
    await store.redate("b", "2024-01-01T00:00:00.000Z", [pair("b", "c")]);
    const { creatives, groups } = await surveys.current();
    expect([...creatives.keys()]).toEqual(["b", "d", "a", "c"]);
    expect(groups.map(({ members }) => members.map(({ id }) => id))).toEqual([["b", "c"]]);
  });
});
