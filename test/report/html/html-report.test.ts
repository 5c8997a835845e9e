import { describe, expect, it } from "vitest";
import type { Filmstrip } from "../../../src/picture/filmstrip.js";
import { renderPairHtml, renderScanHtml } from "../../../src/report/html/html-report.js";
import type { PageData } from "../../../src/report/html/page-data.js";
import { planFilmstrips } from "../../../src/report/html/picture-plan.js";
import type { ScanReport } from "../../../src/report/scan-report.js";
import { editedPair, readCreative, sampleReport } from "../sample-report.js";

const PAGE = '<body><script type="application/json" id="page-data"></script></body>';
const parts = { page: PAGE, filmstrips: new Map<string, Filmstrip>(), language: "en", version: "1" } as const;

function dataIn(html: string): PageData {
  return JSON.parse(/id="page-data">(.*?)<\/script>/s.exec(html)?.[1] ?? "");
}

/** Pairs of creatives that have nothing else in common: the most creatives that so many pairs can have. */
function reportOfPairs(count: number): ScanReport {
  const pairs = Array.from({ length: count }, (_, i) =>
    editedPair(`folder/first-${i}.mp4`, `folder/repeat-${i}.mp4`),
  );
  return {
    ...sampleReport(),
    creatives: pairs.flatMap(({ a, b }) => [readCreative(a), readCreative(b)]),
    pairs,
    groups: pairs.map(({ a, b }, i) => ({ id: `group-${i + 1}`, first: a, members: [a, b] })),
  };
}

/** Filmstrips as large as their plans allow. */
function fullFilmstrips(report: ScanReport): Map<string, Filmstrip> {
  return new Map(
    [...planFilmstrips(report)].map(([id, plan]) => [
      id,
      {
        frames: plan.timesSeconds.map((timeSeconds) => ({ timeSeconds })),
        ...{ frameWidth: 40, frameHeight: 72 },
        image: new Uint8Array(plan.maxBytes),
      },
    ]),
  );
}

describe("the HTML report of a scan", () => {
  it("holds what the report tells", () => {
    const report = sampleReport();
    const data = dataIn(renderScanHtml(report, parts));
    expect(data.pairs).toEqual(report.pairs);
    expect(data.scan).toMatchObject({ groups: report.groups, summary: report.summary, pairsLeftOut: 0 });
    expect(data.scan?.failed.map(({ id }) => id)).toEqual(["=cmd.mp4"]);
    expect(data.creatives.map(({ id }) => id)).toEqual(report.creatives.slice(0, 3).map(({ id }) => id));
  });

  it("lets no file name end the element it stands in, or reach into the page", () => {
    const evil = "</script><script>alert(1)</script>$&.mp4";
    const report = { ...sampleReport(), creatives: [readCreative(evil)], pairs: [editedPair(evil, evil)] };
    const html = renderScanHtml(report, parts);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(dataIn(html).creatives[0]?.path).toBe(evil);
  });

  it.each([10, 60, 250, 500])("stays under 5 MB with %d pairs of different creatives", (count) => {
    const report = reportOfPairs(count);
    const html = renderScanHtml(report, { ...parts, filmstrips: fullFilmstrips(report) });
    // The page itself has some 350 KB.
    expect(html.length).toBeLessThan(4_600_000);
  });

  it("says how many pairs it leaves out, and keeps one for each repeat", () => {
    const report = reportOfPairs(3000);
    const data = dataIn(renderScanHtml(report, parts));
    expect(data.pairs.length + (data.scan?.pairsLeftOut ?? 0)).toBe(3000);
    expect(data.scan?.pairsLeftOut).toBeGreaterThan(0);
  });
});

it("pictures the pairs that explain each repeat before all others", () => {
  const others = Array.from({ length: 600 }, (_, i) => editedPair(`x-${i}.mp4`, `y-${i}.mp4`));
  const telling = { ...editedPair("first.mp4", "repeat.mp4"), similarity: 0.5 };
  const pairs = [...others, telling];
  const plans = planFilmstrips({
    ...sampleReport(),
    creatives: pairs.flatMap(({ a, b }) => [readCreative(a), readCreative(b)]),
    pairs,
    groups: [{ id: "group-1", first: "first.mp4", members: ["first.mp4", "repeat.mp4"] }],
  });
  expect(plans.has("repeat.mp4")).toBe(true);
  expect(plans.has("x-599.mp4")).toBe(false);
});

it("asks for the moment of the repeat that its row does not show", () => {
  const shifted = {
    ...editedPair("a.mp4", "b.mp4"),
    segments: [{ a: [0, 14], b: [0.4, 14.4], similarity: 1 }],
  } as const;
  const plans = planFilmstrips({
    ...sampleReport(),
    creatives: [readCreative("a.mp4"), readCreative("b.mp4")],
    pairs: [shifted],
    groups: [],
  });
  expect(plans.get("a.mp4")?.timesSeconds).toEqual([1, 3, 5, 7, 9, 11, 13]);
  expect(plans.get("b.mp4")?.timesSeconds).toEqual([1, 3, 5, 7, 7.4, 9, 11, 13]);
});

it("the page of a compared pair shows it whatever its grade", () => {
  const [a, b] = [readCreative("x/a.mp4"), readCreative("y/b.mp4")];
  const verdict = { ...editedPair("", ""), grade: "distinct", rules: [] } as const;
  const data = dataIn(renderPairHtml({ a, b, verdict }, parts));
  expect(data.scan).toBeUndefined();
  expect(data.pairs).toMatchObject([{ a: "a", b: "b", grade: "distinct" }]);
  expect(data.creatives.map(({ id, path }) => [id, path])).toEqual([
    ["a", "x/a.mp4"],
    ["b", "y/b.mp4"],
  ]);
});
