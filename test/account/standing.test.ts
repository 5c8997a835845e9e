import { describe, expect, it } from "vitest";
import { DEFAULT_ACCOUNT_SETTINGS } from "../../src/account/account-settings.js";
import type { DeliveredCreative, SimilarPair } from "../../src/account/delivered.js";
import type { Exemption } from "../../src/account/exemption.js";
import { judgeStandings, type Standing } from "../../src/account/standing.js";
import { TimeWindow } from "../../src/account/time-window.js";
import { finish } from "../steps/finish.js";
import { AS_OF, alike, delivered, exempting } from "./delivered-creatives.js";

function standingsOf(
  creatives: readonly DeliveredCreative[],
  pairs: readonly SimilarPair[],
  exemptions: readonly Exemption[] = [],
): Record<string, Standing> {
  const window = new TimeWindow(AS_OF);
  const rules = { settings: DEFAULT_ACCOUNT_SETTINGS, exemptions, window };
  const standings = finish(judgeStandings(creatives, pairs, rules));
  return Object.fromEntries(standings.map((standing) => [standing.creative.id, standing]));
}

const kindsOf = (...given: Parameters<typeof standingsOf>) =>
  Object.fromEntries(Object.entries(standingsOf(...given)).map(([id, { kind }]) => [id, kind]));

describe("judgeStandings", () => {
  it("tells a duplicate of its own from what was carried over, by the earliest creative it is like", () => {
    const creatives = [
      delivered("theirs", "8000", 20),
      delivered("ours", "4711", 10),
      delivered("copy", "4711", 2),
      delivered("other", "4711", 1),
    ];
    expect(kindsOf(creatives, [alike("ours", "copy")])).toEqual({
      theirs: "original",
      ours: "original",
      copy: "own-duplicate",
      other: "original",
    });
    const { copy } = standingsOf(creatives, [alike("ours", "copy"), alike("theirs", "copy")]);
    expect(copy).toMatchObject({ kind: "carried-over", weight: 1, source: { creative: { id: "theirs" } } });
  });

  it("calls it a repeat where the other account is not known", () => {
    const creatives = [delivered("a", undefined, 5), delivered("b", "4711", 1)];
    expect(kindsOf(creatives, [alike("a", "b")])).toEqual({ a: "original", b: "repeat" });
  });

  it("makes nobody a repeat through a third creative, and nobody by a merely possible likeness", () => {
    const creatives = [delivered("a", "x", 5), delivered("b", "x", 4), delivered("c", "x", 3)];
    expect(kindsOf(creatives, [alike("a", "c"), alike("b", "c")]).b).toBe("original");
    expect(kindsOf(creatives, [alike("a", "b", "possible")]).b).toBe("original");
  });

  it("compares with the last 180 days before a creative only, and knows nothing of the future", () => {
    const creatives = [delivered("old", "x", 181), delivered("new", "x", 0), delivered("later", "x", -1)];
    expect(kindsOf(creatives, [alike("old", "new"), alike("new", "later")])).toEqual({
      old: "original",
      new: "original",
    });
    const nearer = [delivered("old", "x", 180), delivered("new", "x", 0)];
    expect(kindsOf(nearer, [alike("old", "new")]).new).toBe("own-duplicate");
  });

  it("takes a creative without a date for one of this moment", () => {
    const creatives = [delivered("a", "x", 1), { id: "b", account: "x" }];
    expect(kindsOf(creatives, [alike("a", "b")])).toEqual({ a: "original", b: "own-duplicate" });
  });
});

describe("exemptions", () => {
  const creatives = [
    delivered("agency-1", "4711", 9, "acme"),
    delivered("agency-2", "8000", 5, "acme"),
    delivered("again", "8000", 1, "acme"),
  ];
  const pairs = [alike("agency-1", "agency-2"), alike("agency-1", "again"), alike("agency-2", "again")];

  it.each([
    ["a customer's accounts", exempting({ kind: "customer", customer: "acme" })],
    ["accounts that are named", exempting({ kind: "accounts", accounts: ["8000", "4711"] })],
  ])("let %s share creatives, but not repeat their own", (_what, exemption) => {
    const standings = standingsOf(creatives, pairs, [exemption]);
    expect(standings["agency-2"]).toMatchObject({
      kind: "original",
      exempt: [{ creative: { id: "agency-1" }, exemption: { id: "e1" } }],
    });
    expect(standings.again).toMatchObject({
      kind: "own-duplicate",
      source: { creative: { id: "agency-2" } },
    });
  });

  it("cover no other customer, and no account that is not named", () => {
    const others = [
      exempting({ kind: "customer", customer: "other" }),
      exempting({ kind: "accounts", accounts: ["8000", "9000"] }),
    ];
    expect(kindsOf(creatives, pairs, others)["agency-2"]).toBe("carried-over");
  });

  it("let an account upload again what was taken down, but nobody else", () => {
    const taken = [
      delivered("down", "4711", 9),
      delivered("up", "4711", 5),
      delivered("up-again", "4711", 4),
      delivered("elsewhere", "8000", 3),
    ];
    const likenesses = ["up", "up-again", "elsewhere"].map((id) => alike("down", id));
    const rule = exempting({ kind: "takedown", creative: "down" });
    expect(kindsOf(taken, [...likenesses, alike("up", "up-again")], [rule])).toEqual({
      down: "original",
      up: "original",
      "up-again": "own-duplicate",
      elsewhere: "carried-over",
    });
  });

  it("hold no longer once they are taken back", () => {
    const undone = exempting({ kind: "customer", customer: "acme" }, "2026-11-20T00:00:00.000Z");
    expect(kindsOf(creatives, pairs, [undone])["agency-2"]).toBe("carried-over");
  });
});
