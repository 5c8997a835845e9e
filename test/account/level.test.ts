import { describe, expect, it } from "vitest";
import { DEFAULT_ACCOUNT_SETTINGS } from "../../src/account/account-settings.js";
import { levelOf, warningOf } from "../../src/account/level.js";

const { levelBreaks, warningBreaks } = DEFAULT_ACCOUNT_SETTINGS;

describe("levels and warnings", () => {
  it.each([
    [0, "good", undefined],
    [0.0999, "good", undefined],
    [0.1, "fair", undefined],
    [0.2999, "fair", undefined],
    [0.3, "serious", "yellow"],
    [0.5, "severe", "orange"],
    [0.8, "critical", "red"],
    [1, "critical", "red"],
  ])("of a share of %d are %s and %s", (share, level, warning) => {
    expect([levelOf(share, levelBreaks), warningOf(share, warningBreaks)]).toEqual([level, warning]);
  });
});
