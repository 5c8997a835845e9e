import { expect, it } from "vitest";
import { STATUS_LINES } from "../../src/status/status-lines.js";
import { STATUS_WORDS } from "../../src/status/status-words.js";

const marksOf = ({ level, delivery, notice, reviewAdvice }: (typeof STATUS_LINES)[number]): string =>
  [level, delivery, notice ?? "–", reviewAdvice].join(" ");

it("has every line of the manual once", () => {
  expect(STATUS_LINES).toHaveLength(18);
  expect(new Set(STATUS_LINES.map(marksOf)).size).toBe(18);
  expect(new Set(STATUS_WORDS).size).toBe(STATUS_WORDS.length);
});

it("holds back creatives by the two notices on the material only", () => {
  const heldBack = STATUS_LINES.filter(({ traffic }) => traffic === "held-back");
  expect(heldBack.map(({ level, notice }) => [level, notice])).toEqual([
    ["creative", "素材待优化"],
    ["creative", "低质素材影响投放"],
  ]);
  for (const { delivery, delivered } of heldBack) expect([delivery, delivered]).toEqual(["投放中", "partly"]);
});

it("delivers in full only where nothing is shown beside the delivery status", () => {
  for (const { traffic, delivered, delivery, notice, reviewAdvice } of STATUS_LINES) {
    const plain = delivery === "投放中" && notice === undefined && !reviewAdvice;
    expect([traffic === "full", delivered === "yes"]).toEqual([plain, plain]);
  }
});
