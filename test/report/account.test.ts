import { parse } from "csv-parse/sync";
import pc from "picocolors";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { LEVELS } from "../../src/account/level.js";
import { viewAccounts } from "../../src/audit/view-accounts.js";
import { renderAccountCsv } from "../../src/report/account-report.js";
import { renderAccountPage } from "../../src/report/terminal/account-page.js";
import { renderExemptionPage } from "../../src/report/terminal/exemption-page.js";
import { LANGUAGES } from "../../src/report/texts/language.js";
import { textsOf } from "../../src/report/texts/texts-of.js";
import { AS_OF, alike, delivered, exempting } from "../account/delivered-creatives.js";

const exemption = exempting({ kind: "accounts", accounts: ["8000", "9000"] });
/** Every standing, first publishes, an exemption, an account where nothing is new, and many repeats. */
const view = await viewAccounts(
  [
    delivered("theirs", "8000", 20),
    delivered("unknown", undefined, 20),
    delivered("first", "4711", 20),
    delivered("=own-夏日促销活动首发版本-镜像放大加字幕.mp4", "4711", 3),
    delivered("carried\u001b[31m", "4711", 2),
    delivered("repeat", "4711", 1),
    delivered("shared", "9000", 1),
    ...Array.from({ length: 30 }, (_, i) => delivered(`again-${i}`, "5000", 1)),
  ],
  [
    alike("first", "=own-夏日促销活动首发版本-镜像放大加字幕.mp4"),
    alike("theirs", "carried\u001b[31m"),
    alike("unknown", "repeat"),
    alike("theirs", "shared"),
    ...Array.from({ length: 30 }, (_, i) => alike("theirs", `again-${i}`)),
  ],
  { asOf: AS_OF, exemptions: [exemption] },
);

describe("renderAccountPage", () => {
  it.each(LANGUAGES.flatMap((language) => [60, 80, 120].map((columns) => [language, columns] as const)))(
    "stays within the terminal in %s at %d columns, and prints no control characters",
    (language, columns) => {
      const terminal = { columns, colors: pc.createColors(false), texts: textsOf(language) };
      for (const page of [
        renderAccountPage(view, terminal, { everything: true }),
        renderExemptionPage([exemption], terminal),
      ]) {
        for (const line of page.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(page).not.toContain("\u001b");
      }
    },
  );

  it("shows the latest repeats and how many more there are", () => {
    const terminal = { columns: 80, colors: pc.createColors(false), texts: textsOf("en") };
    expect(renderAccountPage(view, terminal, { everything: false })).toContain("10 more: see --verbose");
    expect(renderAccountPage(view, terminal, { everything: true })).not.toContain("--verbose");
  });

  it("names the five levels as advertisers know them", () => {
    expect(LEVELS.map((level) => textsOf("zh").account.levels[level])).toEqual([
      "良好",
      "一般",
      "较重",
      "严重",
      "非常严重",
    ]);
  });
});

describe("renderAccountCsv", () => {
  it("has a row for each similar creative and one for an account without, formulas defused", () => {
    const csv = renderAccountCsv(view, textsOf("en"), { byteOrderMark: false });
    const rows = parse(csv, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(30 + 3 + 1 + 1);
    expect(rows.find(({ standing }) => standing === "duplicate of its own")).toMatchObject({
      account: "4711",
      level: "very severe",
      creative: "'=own-夏日促销活动首发版本-镜像放大加字幕.mp4",
      repeats: "first",
      held_back: "true",
      ad_list_shows: "投放中 素材待优化",
    });
    expect(rows.find(({ account }) => account === "9000")).toMatchObject({ level: "good", creative: "" });
  });
});
