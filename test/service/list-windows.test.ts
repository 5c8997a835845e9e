import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../src/index.js";
import { NO_FILTER } from "../../src/report/html/pair-filter.js";
import type { Caller } from "../../src/service/access/caller.js";
import { LOCAL_CALLER } from "../../src/service/access/caller.js";
import { groupWindow, pairWindow, repeatWindow } from "../../src/service/review/list-windows.js";
import { VisibleLibraries, type VisibleLibrary } from "../../src/service/review/visible-library.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../media/rendered-media.js";

/** Creatives of one content under other digests, every second one of account 8000. */
const ALIKE = 11;

describe("lists of a library, a part at a time", () => {
  const libraries = new VisibleLibraries(Buffer.alloc(32, 1));
  let library: Library;
  const see = async (caller: Caller = LOCAL_CALLER): Promise<VisibleLibrary> =>
    libraries.of(await library.survey(), caller);
  const first = { filter: NO_FILTER, window: { from: 0, count: 4 } };

  beforeAll(async () => {
    library = await openLibrary(temporaryFolder());
    const print = syntheticFingerprint({ seed: 1, seconds: 2 });
    for (let place = 0; place < ALIKE; place++) {
      const file = `sha256:${String(place).padStart(64, "0")}`;
      const copy = { ...print, digests: { file } };
      const id = `c${String(place).padStart(2, "0")}`;
      await library.add(copy, { id, account: place % 2 === 0 ? "4711" : "8000" });
    }
    await library.add(syntheticFingerprint({ seed: 2, seconds: 2 }), { id: "other", account: "4711" });
  });
  afterAll(() => library.close());

  it("goes through all pairs without telling one twice or leaving one out", async () => {
    const visible = await see();
    const told: string[] = [];
    for (let from = 0; ; from += 20) {
      const asked = { filter: NO_FILTER, window: { from, count: 20 } };
      const { items, total, creatives } = await pairWindow(visible.pairs, asked, visible, library);
      expect(total).toBe((ALIKE * (ALIKE - 1)) / 2);
      const known = new Set(creatives.map(({ id }) => id));
      expect(items.every(({ a, b }) => known.has(a) && known.has(b))).toBe(true);
      told.push(...items.map(({ a, b }) => `${a} ${b}`));
      if (items.length < 20) break;
    }
    expect(new Set(told).size).toBe((ALIKE * (ALIKE - 1)) / 2);
  });

  it("tells the first repeats of a group, and the others when they are asked for", async () => {
    const visible = await see();
    const { items, total } = await groupWindow(first, visible, library);
    expect([total, items[0]?.size, items[0]?.repeats.length]).toEqual([1, ALIKE, 8]);
    const [group] = visible.groups;
    if (group === undefined) return expect.fail("there is no group");
    const rest = await repeatWindow(group, { ...first, window: { from: 8, count: 20 } }, visible, library);
    expect(rest.items[0]?.repeats.map(({ id }) => id)).toEqual(["c09", "c10"]);
    const named = { ...NO_FILTER, search: "C07" };
    const found = await groupWindow({ ...first, filter: named }, visible, library);
    expect(found.items[0]?.repeats.map(({ id }) => id)).toEqual(["c07"]);
  });

  it("is the same until something is written, and never older than that", async () => {
    const before = await see();
    expect(await see()).toBe(before);
    await library.allow("c00", "c01");
    const after = await see();
    expect([after.pairs.length, after.allowed.length]).toEqual([before.pairs.length - 1, 1]);
    await library.disallow("c00", "c01");
    expect((await see()).pairs.length).toBe(before.pairs.length);
  });

  it("counts and finds the caller's own creatives only, and calls others by no id of theirs", async () => {
    const caller: Caller = { name: "agency", scopes: new Set(["read"]), accounts: new Set(["8000"]) };
    const visible = await see(caller);
    expect([visible.size, visible.accounts, [...visible.search("c")].length]).toEqual([5, ["8000"], 5]);
    const { items } = await pairWindow(
      visible.pairs,
      { ...first, window: { from: 0, count: 60 } },
      visible,
      library,
    );
    expect(items.length).toBeGreaterThan(0);
    const names = items.flatMap(({ a, b }) => [a, b]);
    expect(names.every((name) => /^#[0-9a-f]{8}$|^c\d[13579]$/.test(name))).toBe(true);
    expect(visible.idOf("c00")).toBeUndefined();
    const [other] = names.filter((name) => name.startsWith("#"));
    expect(visible.idOf(other ?? "")).toMatch(/^c\d[02468]$/);
  });
});
