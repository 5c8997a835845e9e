import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvParts, renderCsv } from "../../src/report/csv.js";
import { textsOf } from "../../src/report/texts/texts-of.js";
import { editedPair, readCreative, sampleReport } from "./sample-report.js";

const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[];

describe("renderCsv", () => {
  it("has a row a pair that reads back, newlines in names included", () => {
    const rows = rowsOf(renderCsv(sampleReport(), textsOf("en"), { byteOrderMark: false }));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      group: "group-1",
      similarity: "0.9712",
      rules: "4 3",
      mirrored: "true",
      segments: "0-10.5=0-10.5",
    });
    expect(rows[1]).toMatchObject({ group: "", b: "\u001b[31mred\nname.mp4" });
  });

  it("keeps negative numbers and defuses names that a spreadsheet would run", () => {
    const report = {
      ...sampleReport(),
      creatives: [readCreative("=1+1.mp4"), readCreative("b.mp4")],
      pairs: [editedPair("=1+1.mp4", "b.mp4")],
    };
    const [row] = rowsOf(renderCsv(report, textsOf("en"), { byteOrderMark: false }));
    expect(row.a).toBe("'=1+1.mp4");
    expect(row.angle_degrees).toBe("-4.2");
  });

  it("names the accounts and whose creative is repeated, where they are known", () => {
    const of = (account: string | undefined, path: string) => ({
      ...readCreative(path),
      ...(account === undefined ? {} : { account }),
    });
    const standings = (a: string | undefined, b: string | undefined) => {
      const report = {
        ...sampleReport(),
        creatives: [of(a, "a.mp4"), of(b, "b.mp4")],
        pairs: [editedPair("a.mp4", "b.mp4")],
      };
      const [row] = rowsOf(renderCsv(report, textsOf("en"), { byteOrderMark: false }));
      return [row.a_account, row.b_account, row.standing];
    };
    expect(standings("4711", "4711")).toEqual(["4711", "4711", "duplicate of its own"]);
    expect(standings("8000", "4711")).toEqual(["8000", "4711", "carried over"]);
    expect(standings(undefined, "4711")).toEqual(["", "4711", "repeat"]);
    expect(standings("8000", undefined)).toEqual(["8000", "", ""]);
  });

  it("begins with a byte order mark only where it is asked for", () => {
    expect(renderCsv(sampleReport(), textsOf("zh"), { byteOrderMark: true })).toMatch(/^\ufeffgroup,/);
    expect(renderCsv(sampleReport(), textsOf("zh"), { byteOrderMark: false })).toMatch(/^group,/);
  });

  it("comes in parts that are one text: a head, and each pair once", () => {
    const pairs = Array.from({ length: 2_500 }, (_, place) => editedPair(`a${place}.mp4`, "b.mp4"));
    const report = { ...sampleReport(), pairs };
    const parts = [...csvParts(report, textsOf("zh"), { byteOrderMark: true })];
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join("").split("\r\n")).toHaveLength(pairs.length + 2);
    expect(rowsOf(parts.join("")).map(({ a }) => a)).toEqual(pairs.map(({ a }) => a));
  });
});
