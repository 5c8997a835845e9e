import { describe, expect, it } from "vitest";
import { DEFAULT_ACCOUNT_SETTINGS, parseAccountSettings } from "../../src/account/account-settings.js";

describe("parseAccountSettings", () => {
  it("changes what is named and keeps the other defaults", () => {
    const settings = parseAccountSettings({ recentDays: 30, levelBreaks: { fair: 0.2 } });
    expect(settings).toEqual({
      ...DEFAULT_ACCOUNT_SETTINGS,
      recentDays: 30,
      levelBreaks: { ...DEFAULT_ACCOUNT_SETTINGS.levelBreaks, fair: 0.2 },
    });
    expect(parseAccountSettings({})).toEqual(DEFAULT_ACCOUNT_SETTINGS);
  });

  it.each([
    ["a field it does not know", { recentDay: 7 }, /"recentDay"/],
    ["one inside another", { weights: { same: 1 } }, /"weights.same"/],
    ["a value out of range", { weights: { similar: 2 } }, /weights\.similar/],
    ["breaks that do not rise", { levelBreaks: { serious: 0.9 } }, /levelBreaks: each break/],
    ["another level", { heldBackFrom: "bad" }, /heldBackFrom/],
    ["no object", [], /object/],
  ])("refuses %s, naming it", (_what, value, named) => {
    expect(() => parseAccountSettings(value)).toThrow(
      expect.objectContaining({ code: "SETTING_INVALID", message: expect.stringMatching(named) }),
    );
  });
});
