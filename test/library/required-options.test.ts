import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

const known = syntheticFingerprint({ seed: 1 });
const NO_DATE = new Date("no date");

describe("what a library cannot be told", () => {
  it("is refused by the name of the option, and nothing is done", async () => {
    await using base = await temporaryFolder();
    await using library = await openLibrary(base.path, { settings: { jobs: 1 } });
    await library.add(known, { id: "a", account: "4711" });
    // As plain JavaScript calls it, whose numbers would have become other texts.
    const untyped = (options: object): object => options;
    const calls: readonly (readonly [string, () => Promise<unknown>])[] = [
      ["threshold", () => library.check(known, { threshold: Number.NaN })],
      ["threshold", () => library.check(known, { threshold: 2 })],
      ["threshold", () => library.matchesOf("a", { threshold: Number.NaN })],
      ["timeLimitSeconds", () => library.check(known, { timeLimitSeconds: Number.NaN })],
      ["inputLimitBytes", () => library.check(known, { inputLimitBytes: Number.NaN })],
      ["since", () => library.check(known, { scope: { since: NO_DATE } })],
      ["since", () => library.nearestOf("a", { scope: { since: NO_DATE } })],
      ["since", () => library.list({ since: NO_DATE }).next()],
      ["uploadedAt", () => library.add(known, { id: "b", uploadedAt: NO_DATE })],
      ["uploadedAt", () => library.redate("a", NO_DATE)],
      ["id", () => library.add(known, { id: "" })],
      ["id", () => library.checkAndAdd(known, { id: 17 as unknown as string })],
      ["id", () => library.add(known, { id: "a\0b" })],
      ["priority", () => library.check(known, untyped({ priority: "urgent" }))],
      ["account", () => library.add(known, untyped({ account: 4711 }))],
      ["labels", () => library.add(known, untyped({ id: "b", labels: "spring" }))],
    ];
    for (const [name, call] of calls) {
      await expect(call(), name).rejects.toMatchObject({
        code: "SETTING_INVALID",
        detail: expect.stringContaining(` for ${name} but received`),
      });
    }
    // No options where some are needed, and null for those that need not be there.
    const nothing = undefined as unknown as { readonly id: string };
    const empty = null as unknown as object;
    for (const call of [
      () => library.checkAndAdd(known, nothing),
      () => library.check(known, empty),
      () => library.check(known, untyped({ scope: null })),
      () => library.compare("a", "a", empty),
      () => library.nearestOf("a", empty),
      () => library.survey(empty),
      () => library.groups(empty),
      () => library.verify(empty),
      () => library.rebuild(empty),
      () => library.remove("a", empty),
      () => library.redate("a", undefined, empty),
      () => library.import([], empty),
      () => library.export(empty).next(),
      () => openLibrary(base.path, empty),
      () => openLibrary(base.path, untyped({ settings: null })),
    ]) {
      await expect(call(), String(call)).rejects.toMatchObject({
        code: "SETTING_INVALID",
        detail: expect.stringContaining("expected an object with options"),
      });
    }
    expect((await library.survey()).creatives).toHaveLength(1);
    expect(
      await library.check(known, { threshold: 1, timeLimitSeconds: Number.POSITIVE_INFINITY }),
    ).toMatchObject({
      matches: [{ creative: { id: "a" } }],
    });
  });

  it("is no date of another realm", async () => {
    await using base = await temporaryFolder();
    await using library = await openLibrary(base.path, { settings: { jobs: 1 } });
    const uploadedAt = runInNewContext("new Date(0)") as Date;
    expect(uploadedAt).not.toBeInstanceOf(Date);
    const { creative } = await library.add(known, { id: "a", uploadedAt });
    expect(creative.uploadedAt).toBe("1970-01-01T00:00:00.000Z");
  });

  it.each([undefined, "", new URL("file:///delivered")])("is the folder %o", async (folder) => {
    await expect(openLibrary(folder as string)).rejects.toMatchObject({
      code: "SETTING_INVALID",
      detail: expect.stringContaining("the library's folder"),
    });
  });
});
