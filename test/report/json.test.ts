import { describe, expect, it } from "vitest";
import { jsonParts, renderJson } from "../../src/report/json.js";
import { sampleReport } from "./sample-report.js";

describe("renderJson", () => {
  it("is indented, ends in a newline and reads back", () => {
    const report = sampleReport();
    expect(renderJson(report)).toBe(`${JSON.stringify(report, undefined, 2)}\n`);
  });
});

describe("jsonParts", () => {
  it("never holds more than a little of a long report", () => {
    const report = {
      ...sampleReport(),
      pairs: Array.from({ length: 2_000 }, () => sampleReport().pairs[0]!),
    };
    const parts = [...jsonParts(report)];
    expect(parts.join("")).toBe(renderJson(report));
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(1_000_000);
  });
});
