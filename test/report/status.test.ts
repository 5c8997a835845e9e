import pc from "picocolors";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { explainStatus } from "../../src/report/explain/status.js";
import { renderStatusPage } from "../../src/report/terminal/status-page.js";
import { LANGUAGES } from "../../src/report/texts/language.js";
import { textsOf } from "../../src/report/texts/texts-of.js";
import { STATUS_LINES } from "../../src/status/status-lines.js";
import { STATUS_WORDS } from "../../src/status/status-words.js";

describe("explainStatus", () => {
  it.each(LANGUAGES)("explains every line of the table in %s", (language) => {
    const { words, lines } = explainStatus([], language);
    expect(words).toEqual([]);
    expect(lines.slice(0, STATUS_LINES.length)).toMatchObject(STATUS_LINES);
    for (const { meaning, remedy } of lines) {
      expect(meaning).not.toBe("");
      expect(remedy).not.toBe("");
      expect(/[\u4e00-\u9fff]/.test(meaning + remedy)).toBe(language === "zh");
    }
    // Two lines that mean the same on one level would leave the reader no wiser.
    expect(new Set(lines.map(({ level, meaning }) => level + meaning)).size).toBe(lines.length);
  });

  it.each(STATUS_WORDS)("explains %s in both languages", (word) => {
    const [english, chinese] = LANGUAGES.map((language) => explainStatus(word, language).words);
    expect(english?.[0]?.word).toBe(word);
    expect(english?.[0]?.meaning).toMatch(/^[ -~]+$/);
    expect(chinese?.[0]?.meaning).not.toBe(english?.[0]?.meaning);
  });

  it("finds the lines that show all of the words", () => {
    expect(explainStatus("素材待优化").lines).toMatchObject([{ level: "creative", traffic: "held-back" }]);
    expect(explainStatus(["投放中", "审核建议"]).lines.map(({ level, traffic }) => [level, traffic])).toEqual(
      [
        ["group", "some-placements"],
        ["group", "some-placements"],
        ["creative", "some-placements"],
        ["creative", "some-placements"],
        ["creative", "held-back"],
      ],
    );
    expect(explainStatus(["待送审", "素材待优化"]).lines).toEqual([]);
  });

  it("knows both ways the manual writes a failed review, and the words that stand alone", () => {
    expect(explainStatus("审核未通过").lines).toEqual(explainStatus("审核不通过").lines);
    expect(explainStatus(" 超预算 ").lines.map(({ level }) => level)).toEqual(["plan", "group"]);
  });

  it("says which word it does not know", () => {
    expect(() => explainStatus(["投放中", "投放完毕"])).toThrow(
      expect.objectContaining({ code: "STATUS_UNKNOWN", detail: "投放完毕" }),
    );
  });
});

describe("renderStatusPage", () => {
  it.each(LANGUAGES)("stays within the terminal in %s", (language) => {
    const terminal = { columns: 80, colors: pc.createColors(false), texts: textsOf(language) };
    const page = renderStatusPage(explainStatus([], language), terminal);
    for (const line of page.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    for (const { delivery } of STATUS_LINES) expect(page).toContain(delivery);
  });

  it("says that words stand nowhere together", () => {
    const terminal = { columns: 80, colors: pc.createColors(false), texts: textsOf("en") };
    expect(renderStatusPage(explainStatus(["待送审", "素材待优化"]), terminal)).toContain("nowhere together");
  });
});
