import type { AccountFigures } from "../../account/account-figures.js";
import type { AccountView } from "../../account/account-view.js";
import type { NextStep } from "../../account/next-steps.js";
import { percent } from "../numbers.js";
import type { AccountTexts } from "../texts/account-texts.js";

/** What to do about an account, in sentences. */
export function explainNext(step: NextStep, texts: AccountTexts): string {
  switch (step.kind) {
    case "lower-share":
      return texts.lowerShare(step.replace, step.orAdd, percent(step.below));
    case "keep-room":
      return texts.keepRoom(step.moreSimilar);
    case "own-duplicates":
      return texts.ownDuplicates(step.creatives);
    case "carried-over":
      return texts.carriedOver(step.creatives);
    case "raise-original-share":
      return texts.raiseOriginalShare(percent(step.share), percent(step.target));
    case "poor-design":
      return texts.poorDesign(step.creatives);
    case "nothing-new":
      return texts.nothingNew();
    case "nothing-to-do":
      return texts.nothingToDo();
  }
}

/** The level of an account and, where there is one, its warning: `serious, yellow warning`. */
export function explainLevel(
  { level, warning }: Pick<AccountFigures, "level" | "warning">,
  texts: AccountTexts,
  comma: string,
): string {
  const name = level === undefined ? texts.noLevel : texts.levels[level];
  return warning === undefined ? name : name + comma + texts.warnings[warning];
}

/** The two shares of an account as sentences: what is new and similar, what is original of all. */
export function explainShares(
  { recent, library }: Pick<AccountFigures, "recent" | "library">,
  { settings }: Pick<AccountView, "settings">,
  texts: AccountTexts,
): string[] {
  const { recentDays, libraryDays } = settings;
  return [
    recent.similarShare === undefined
      ? texts.nothingRecent(recentDays)
      : texts.recentShare(
          recent.creatives - recent.original,
          recent.creatives,
          percent(recent.similarShare),
          recentDays,
        ),
    ...(library.originalShare === undefined
      ? []
      : [
          texts.originalShare(
            library.original,
            library.creatives,
            percent(library.originalShare),
            libraryDays,
          ),
        ]),
  ];
}
