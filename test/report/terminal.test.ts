import pc from "picocolors";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { viewAccounts } from "../../src/audit/view-accounts.js";
import { SamecutError } from "../../src/errors.js";
import { renderCsv } from "../../src/report/csv.js";
import { reportError } from "../../src/report/report-error.js";
import type { ScanReport } from "../../src/report/scan-report.js";
import { renderPairPage } from "../../src/report/terminal/pair-page.js";
import { renderScanPage } from "../../src/report/terminal/scan-page.js";
import type { Terminal } from "../../src/report/terminal/terminal.js";
import { LANGUAGES, type Language } from "../../src/report/texts/language.js";
import { textsOf } from "../../src/report/texts/texts-of.js";
import { editedPair, readCreative, sampleReport } from "./sample-report.js";

const terminal = (language: Language, columns = 80, color = false): Terminal => ({
  columns,
  colors: pc.createColors(color),
  texts: textsOf(language),
});

/** Text without the breaks and spaces that wrapping puts in. */
const unwrapped = (text: string) => text.replace(/\s+/g, "");

describe("renderScanPage", () => {
  it.each(LANGUAGES.flatMap((language) => [60, 80, 120].map((columns) => [language, columns] as const)))(
    "stays within the terminal in %s at %d columns",
    (language, columns) => {
      const page = renderScanPage(sampleReport(), terminal(language, columns), { allPairs: true });
      for (const line of page.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    },
  );

  it("names groups, rules and reasons in the language asked for", () => {
    const english = unwrapped(renderScanPage(sampleReport(), terminal("en"), { allPairs: false }));
    for (const part of [
      "rule 4 scaled, turned or",
      "mirrored, turned 4°",
      "zoomed in 1.08×",
      "brighter by 8%",
      "rule 3 only text or logo",
      "(9% of the",
    ]) {
      expect(english).toContain(unwrapped(part));
    }
    const chinese = unwrapped(renderScanPage(sampleReport(), terminal("zh"), { allPairs: false }));
    for (const part of ["规则4缩放/旋转/亮度", "左右镜像，", "放大1.08倍", "文件为空", "首发："])
      expect(chinese).toContain(part);
  });

  it("tells the accounts and what an audit looked at, within the terminal", async () => {
    const report: ScanReport = {
      ...sampleReport(),
      accounts: await viewAccounts([{ id: "a", account: "夏日促销\u001b[31m" }], []),
      selection: {
        found: 9,
        olderLeftOut: 2,
        lookedAt: 3,
        since: "2026-05-26T00:00:00Z",
        undated: 1,
        sampleShare: 0.3,
        sampleSeed: 7,
      },
    };
    for (const language of LANGUAGES) {
      const page = renderScanPage(report, terminal(language, 60), { allPairs: false });
      for (const line of page.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(60);
      expect(page).not.toContain("\u001b");
    }
    const english = unwrapped(renderScanPage(report, terminal("en"), { allPairs: false }));
    expect(english).toContain(
      unwrapped(
        "looked at 3 of 9 files (uploaded since 2026-05-26, 2 older left out, 1 without a date, 30% drawn by lot, seed 7)",
      ),
    );
    expect(english).toContain(unwrapped("good 0/1 (0%) 1/1 (100%)"));
  });

  it("tells notes on design, ten of them unless all are asked for", () => {
    const noted = Array.from({ length: 12 }, (_, i) => ({
      ...readCreative(`soft-${i}.mp4`),
      designNotes: ["blurred", "stretched"] as const,
    }));
    const report = { ...sampleReport(), creatives: noted };
    const few = renderScanPage(report, terminal("en"), { allPairs: false });
    expect(few.match(/blurred, stretched/g)).toHaveLength(10);
    expect(few).toContain("2 more creatives: see --verbose or --json.");
    expect(renderScanPage(report, terminal("zh"), { allPairs: true }).match(/模糊，拉伸变形/g)).toHaveLength(
      12,
    );
  });

  it("tells files of one name in several folders apart", () => {
    const [first, repeat] = ["10", "11"].map((folder) => ({
      ...readCreative("001.mp4"),
      id: `${folder}/001.mp4`,
      folder,
    }));
    const report: ScanReport = {
      ...sampleReport(),
      creatives: [first, repeat],
      pairs: [editedPair(first.id, repeat.id)],
      groups: [{ id: "group-1", first: first.id, members: [first.id, repeat.id] }],
    };
    const page = renderScanPage(report, terminal("en"), { allPairs: false });
    expect(page).toContain("first: 10/001.mp4");
    expect(page).toContain("97% duplicate   11/001.mp4 ");
    expect(renderCsv(report, textsOf("en"), { byteOrderMark: false })).toMatch(
      /001\.mp4,001\.mp4,.*,10,11\r\n/,
    );
  });

  it.each([60, 72, 80, 97])("breaks no number and no word among Chinese, at %d columns", (columns) => {
    const report = sampleReport();
    const damaged = reportError(
      new SamecutError("MEDIA_DAMAGED", { detail: "ffmpeg: File ended prematurely at pos. 844120" }),
    );
    const unsupported = reportError(new SamecutError("FORMAT_UNSUPPORTED"));
    const warnings = [damaged, unsupported];
    const page = renderScanPage({ ...report, warnings }, terminal("zh", columns), { allPairs: false });
    for (const whole of ["844120", "prematurely", "H.264", "JPEG"]) expect(page).toContain(whole);
    expect(page).not.toMatch(/^ *[，。；：、）]/m);
  });

  it("lets no file name move the cursor or change colours", () => {
    const page = renderScanPage(sampleReport(), terminal("en"), { allPairs: true });
    expect(page).not.toContain("\u001b");
    expect(unwrapped(page)).toContain("\\u{1b}[31mred\\nname.mp4");
  });

  it("paints only where colours are wanted", () => {
    expect(renderScanPage(sampleReport(), terminal("en", 80, true), { allPairs: false })).toContain(
      "\u001b[31mduplicate",
    );
  });
});

describe("renderPairPage", () => {
  it("gives evidence, footage and advice", () => {
    const page = unwrapped(
      renderPairPage({ a: "a.mp4", b: "b.mp4" }, editedPair("a.mp4", "b.mp4"), terminal("en")),
    );
    for (const part of [
      "97%duplicate",
      "zoom1.08",
      "100%ofthefirstand71%ofthesecond",
      "0:00–0:10.5ofthefirst",
      "Foundagain:0:00–0:10.5.",
    ]) {
      expect(page).toContain(part);
    }
  });

  it("says of a distinct pair that nothing has to change", () => {
    const verdict = { ...editedPair("a", "b"), grade: "distinct" as const, rules: [], segments: [] };
    expect(renderPairPage({ a: "a", b: "b" }, verdict, terminal("en"))).toContain("Not similar");
  });
});
