import { STATUS_LINES, shownWords } from "../status/status-lines.js";
import type { StatusWord } from "../status/status-words.js";
import type { StandingKind } from "./standing.js";

/**
 * The words the ad list is expected to show beside a creative. The manual has two lines for what is held back for its material: a creative
 * that repeats its own account's gets the plain notice; carried-over content is a label of low quality (搬运), which review advice names.
 */
export function expectedWords(kind: StandingKind, heldBack: boolean): StatusWord[] {
  const notice = kind === "carried-over" ? "低质素材影响投放" : "素材待优化";
  const line = STATUS_LINES.find(
    (each) => each.level === "creative" && (heldBack ? each.notice === notice : each.traffic === "full"),
  );
  return line === undefined ? [] : shownWords(line);
}
