import { describe, expect, it } from "vitest";
import { scanFigures } from "../../../src/report/html/overview-figures.js";
import { sampleReport } from "../sample-report.js";

describe("the figures of an overview", () => {
  const { summary } = sampleReport();
  const groups = [
    { id: "group-1", first: "a", members: ["a", "b", "c"] },
    { id: "group-2", first: "d", members: ["d", "e"] },
  ];

  it("tell creatives, groups, repeats and first publishes, and how many are original", () => {
    const figures = scanFigures({ summary: { ...summary, creatives: 8, failed: 1 }, groups }, () => "scan");
    expect(figures).toEqual({
      ...{ creatives: 8, failed: 1, allowed: 0 },
      ...{ originals: 4, firstPublishes: 2, repeats: 3, groups: 2 },
    });
  });

  it("leave out the library that a folder was compared with", () => {
    const ofLibrary = new Set(["a", "b", "e"]);
    const figures = scanFigures({ summary: { ...summary, creatives: 3, failed: 0 }, groups }, (id) =>
      ofLibrary.has(id) ? "library" : "scan",
    );
    expect(figures).toMatchObject({ originals: 2, firstPublishes: 1, repeats: 1, groups: 2 });
  });
});
