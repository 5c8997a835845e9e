import { clock, percent } from "../../report/numbers.js";
import type { ReviewLabels } from "../labels/labels.js";
import type { CheckProgress } from "./check-progress.js";

/** How far a check is, in words. */
export function stageInWords(progress: CheckProgress, stages: ReviewLabels["check"]["stages"]): string {
  switch (progress.stage) {
    case "sending":
      return stages.sending(percent(progress.share));
    case "reading":
      return stages.reading(clock(progress.timeSeconds));
    default:
      return stages[progress.stage];
  }
}

/** What came of a check, in words. */
export function outcomeInWords({ name }: File, pairs: number, said: ReviewLabels["check"]): string {
  return pairs === 0 ? said.unlike(name) : said.alike(name, pairs);
}
