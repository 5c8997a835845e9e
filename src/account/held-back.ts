import { STATUS_LINES, type StatusLine, shownWords } from "../status/status-lines.js";
import type { StatusWord } from "../status/status-words.js";
import type { StandingKind } from "./standing.js";

const DELIVERED = wordsWhere(({ traffic }) => traffic === "full");
const HELD_BACK = wordsWhere(({ notice }) => notice === "素材待优化");
const HELD_BACK_AS_CARRIED_OVER = wordsWhere(({ notice }) => notice === "低质素材影响投放");

/**
 * The words the ad list is expected to show beside a creative. The manual has two lines for what is held back for its material: a creative
 * that repeats its own account's gets the plain notice; carried-over content is a label of low quality (搬运), which review advice names.
 */
export function expectedWords(kind: StandingKind, heldBack: boolean): readonly StatusWord[] {
  if (!heldBack) return DELIVERED;
  return kind === "carried-over" ? HELD_BACK_AS_CARRIED_OVER : HELD_BACK;
}

function wordsWhere(isMeant: (line: StatusLine) => boolean): readonly StatusWord[] {
  const line = STATUS_LINES.find((each) => each.level === "creative" && isMeant(each));
  return line === undefined ? [] : shownWords(line);
}
