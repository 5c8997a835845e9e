import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccountFigures } from "../../src/account/account-figures.js";
import { DEFAULT_ACCOUNT_SETTINGS, parseAccountSettings } from "../../src/account/account-settings.js";
import { type AccountView, type AccountViewOptions, tellAccounts } from "../../src/account/account-view.js";
import type { DeliveredCreative, SimilarPair } from "../../src/account/delivered.js";
import { isHeldBack } from "../../src/account/next-steps.js";
import { STATUS_LINES } from "../../src/status/status-lines.js";
import { finish } from "../steps/finish.js";
import { AS_OF, alike, delivered } from "./delivered-creatives.js";

function accountsOf(
  creatives: readonly DeliveredCreative[],
  pairs: readonly SimilarPair[],
  options?: AccountViewOptions,
): AccountView {
  return finish(tellAccounts(creatives, pairs, options));
}

/** An account with so many new creatives of which the last ones repeat one that is older. */
function accountOf(creatives: number, repeats: number): AccountFigures {
  const all = [
    delivered("old", "4711", 30),
    ...Array.from({ length: creatives }, (_, i) => delivered(`new-${i}`, "4711", 3)),
  ];
  const pairs = Array.from({ length: repeats }, (_, i) => alike("old", `new-${creatives - 1 - i}`));
  return accountsOf(all, pairs, { asOf: AS_OF }).accounts[0] as AccountFigures;
}

describe("tellAccounts", () => {
  it("tells some of the accounts as it tells all", () => {
    const creatives = [delivered("a", "4711", 5), delivered("b", "8000", 2), delivered("c", "9000", 1)];
    const pairs = [alike("a", "b"), alike("b", "c")];
    const all = accountsOf(creatives, pairs, { asOf: AS_OF }).accounts;
    const some = accountsOf(creatives, pairs, { asOf: AS_OF, only: (account) => account !== "8000" });
    expect(some.accounts).toEqual(all.filter(({ account }) => account !== "8000"));
    expect(some.accounts).toHaveLength(2);
  });

  it("counts the share of the last seven days against the library of the last 180", () => {
    const creatives = [
      delivered("a", "4711", 200),
      delivered("b", "4711", 100),
      delivered("c", "4711", 8),
      delivered("d", "4711", 7),
      delivered("e", "4711", 1),
      delivered("f", "8000", 1),
      delivered("g", undefined, 1),
    ];
    const pairs = [alike("a", "b"), alike("b", "d"), alike("b", "f", "similar")];
    const { accounts, withoutAccount } = accountsOf(creatives, pairs, { asOf: AS_OF });
    expect(withoutAccount).toBe(1);
    expect(accounts.map(({ account }) => account)).toEqual(["8000", "4711"]);
    expect(accounts[1]).toMatchObject({
      recent: { creatives: 2, original: 1, ownDuplicates: 1, similarShare: 0.5 },
      library: { creatives: 4, original: 2, originalShare: 0.5 },
      level: "severe",
      warning: "orange",
      similar: [
        { id: "d", standing: "own-duplicate", recent: true, heldBack: true },
        { id: "b", recent: false, heldBack: true },
      ],
      // b itself repeats a, so it was first in nothing.
      firstPublishes: [],
    });
    expect(accounts[0]).toMatchObject({
      level: "critical",
      similar: [{ id: "f", standing: "carried-over", repeats: { id: "b", account: "4711" } }],
    });
  });

  it("holds nothing back on the first two levels, and from the third on never an original", () => {
    expect(accountOf(10, 2)).toMatchObject({ level: "fair", similar: [{ heldBack: false }, {}] });
    expect(accountOf(10, 2).similar[0]?.shown).toEqual(["投放中"]);
    const serious = accountOf(10, 3);
    expect(serious).toMatchObject({ level: "serious", warning: "yellow" });
    expect(serious.similar.map(({ heldBack, shown }) => [heldBack, shown])).toEqual(
      Array(3).fill([true, ["投放中", "素材待优化"]]),
    );
  });

  it("expects only words that the manual shows together, and the label's notice for what was carried over", () => {
    const { accounts } = accountsOf(
      [delivered("a", "8000", 9), delivered("b", "4711", 1)],
      [alike("a", "b")],
      { asOf: AS_OF },
    );
    const shown = accounts.find(({ account }) => account === "4711")?.similar[0]?.shown;
    expect(shown).toEqual(["投放中", "低质素材影响投放", "审核建议"]);
    expect(STATUS_LINES).toContainEqual(
      expect.objectContaining({ level: "creative", notice: shown?.[1], traffic: "held-back" }),
    );
  });

  it("tells first publishes with who repeats them", () => {
    const creatives = [
      delivered("first", "4711", 9),
      delivered("own", "4711", 5),
      delivered("theirs", "8000", 3),
    ];
    const pairs = [alike("first", "own"), alike("first", "theirs"), alike("own", "theirs")];
    const { accounts } = accountsOf(creatives, pairs, { asOf: AS_OF });
    const ours = accounts.find(({ account }) => account === "4711");
    expect(ours?.firstPublishes).toMatchObject([{ id: "first", repeatedByOwn: 1, repeatedByOthers: 1 }]);
  });

  it("gives no level where nothing is new", () => {
    const [account] = accountsOf([delivered("a", "4711", 30)], [], { asOf: AS_OF }).accounts;
    expect([account?.level, account?.recent.similarShare]).toEqual([undefined, undefined]);
    expect(account?.next).toEqual([{ kind: "nothing-new" }]);
  });

  it("lets a creative that is not counted explain others only", () => {
    const stored = { ...delivered("stored", "4711", 9), counted: false };
    const [account] = accountsOf([stored, delivered("new", "4711", 1)], [alike("stored", "new")], {
      asOf: AS_OF,
    }).accounts;
    expect(account?.library).toMatchObject({ creatives: 1, ownDuplicates: 1 });
  });

  it("notes poor design beside the shares, of which it changes none", () => {
    const plain = [delivered("a", "4711", 3), delivered("b", "4711", 2), delivered("c", "4711", 30)];
    const noted = plain.map((creative) =>
      creative.id === "a" ? creative : { ...creative, designNotes: ["blurred"] as const },
    );
    const [[before], [after]] = [plain, noted].map((each) => accountsOf(each, [], { asOf: AS_OF }).accounts);
    expect(after?.poorDesign).toMatchObject([
      { id: "b", notes: ["blurred"], recent: true },
      { id: "c", recent: false },
    ]);
    expect(after?.next).toEqual([{ kind: "poor-design", creatives: 1 }]);
    expect({ ...after, poorDesign: [], next: before?.next }).toEqual(before);
  });

  it("weighs by grade where the settings say so", () => {
    const settings = parseAccountSettings({ weights: { similar: 0.5, possible: 0.25 } });
    const creatives = [
      delivered("a", "4711", 30),
      delivered("b", "4711", 1),
      delivered("c", "4711", 1),
      delivered("d", "4711", 1),
      delivered("e", "4711", 1),
    ];
    const pairs: SimilarPair[] = [alike("a", "b", "similar"), alike("a", "c", "possible"), alike("a", "d")];
    const [account] = accountsOf(creatives, pairs, { asOf: AS_OF, settings }).accounts;
    expect(account?.recent.similarShare).toBe(0.4375);
  });
});

describe("next steps", () => {
  it("name the fewest replacements or additions that end the holding back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 60 }), (creatives, wanted) => {
        const repeats = Math.min(creatives, wanted);
        const [step] = accountOf(creatives, repeats).next;
        const heldBack = (similar: number, all: number) =>
          isHeldBack(similar / all, DEFAULT_ACCOUNT_SETTINGS);
        if (step?.kind === "lower-share") {
          const { replace, orAdd } = step;
          expect(heldBack(repeats - replace, creatives)).toBe(false);
          expect(heldBack(repeats - replace + 1, creatives)).toBe(true);
          expect(heldBack(repeats, creatives + orAdd)).toBe(false);
          expect(heldBack(repeats, creatives + orAdd - 1)).toBe(true);
        } else if (step?.kind === "keep-room") {
          expect(heldBack(repeats + step.moreSimilar, creatives + step.moreSimilar)).toBe(true);
          expect(heldBack(repeats + step.moreSimilar - 1, creatives + step.moreSimilar - 1)).toBe(false);
        } else expect(repeats).toBe(0);
      }),
    );
  });

  it("ask for nothing of an account without repeats", () => {
    expect(accountOf(4, 0).next).toEqual([{ kind: "nothing-to-do" }]);
  });

  it("tell of an original share below the target", () => {
    expect(accountOf(3, 3).next).toContainEqual({ kind: "raise-original-share", share: 0.25, target: 0.7 });
  });
});
