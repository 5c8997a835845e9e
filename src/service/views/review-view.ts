import {
  countBySimilarity,
  GRADES,
  type GroupWindow,
  type Library,
  type PairWindow,
  type ReviewData,
  renderCsv,
  renderJson,
  SamecutError,
  TOOL_VERSION,
  type ToldPair,
  textsOf,
} from "../../index.js";
import { groupWindow, pairWindow, repeatWindow } from "../review/list-windows.js";
import { findSelected, selectedReport } from "../review/selected-report.js";
import { tellCreatives, tellPairs } from "../review/told-pairs.js";
import type { VisibleLibrary } from "../review/visible-library.js";
import type { ReviewQuestion } from "./view-question.js";

/** Accounts to filter by that are told at most: a longer list is no choice. */
const MOST_ACCOUNTS = 500;

type Asked<View extends ReviewQuestion["view"]> = Extract<ReviewQuestion, { view: View }>;

/** A library at a glance. */
export function glanceView({ caller }: Asked<"review-glance">, visible: VisibleLibrary): ReviewData {
  const { size, repeats, firstPublishes, groups, pairs, allowed, accounts } = visible;
  return {
    version: TOOL_VERSION,
    creatives: size,
    originals: size - repeats,
    ...{ firstPublishes, repeats },
    groups: groups.length,
    pairs: countBySimilarity(pairs),
    allowed: allowed.length,
    accounts: accounts.slice(0, MOST_ACCOUNTS),
    threshold: GRADES.similar,
    mayWrite: caller.scopes.has("write"),
  };
}

/** Groups with the first of their repeats, or more repeats of one. Throws CREATIVE_NOT_FOUND for a group that is not there. */
export async function reviewGroupsView(
  { of, ...asked }: Asked<"review-groups">,
  visible: VisibleLibrary,
  library: Library,
): Promise<GroupWindow> {
  if (of === undefined) return await groupWindow(asked, visible, library);
  const group = visible.groupOf(visible.idOf(of) ?? "");
  if (group === undefined) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: of });
  return await repeatWindow(group, asked, visible, library);
}

/** A part of a list of pairs. */
export async function reviewPairsView(
  { list, ...asked }: Asked<"review-pairs">,
  visible: VisibleLibrary,
  library: Library,
): Promise<PairWindow> {
  const lists = {
    all: () => visible.pairs,
    possible: () => visible.possible(),
    allowed: () => visible.allowed,
  };
  return await pairWindow(lists[list](), asked, visible, library);
}

/** One pair, and what stands before and after it; nothing where there is none: an address may be older than the library. */
export async function reviewPairView(
  { a, b, listing }: Asked<"review-pair">,
  visible: VisibleLibrary,
  library: Library,
): Promise<ToldPair> {
  const outline = visible.pairOf(a, b);
  const pair = outline && (await tellPairs([outline], visible, library)).get(outline);
  if (outline === undefined || pair === undefined) return { creatives: [] };
  const creatives = await tellCreatives([outline.a, outline.b], visible, library);
  return { pair, creatives, ...visible.neighboursOf(outline, listing) };
}

/** Some pairs as a report's text. */
export async function reviewExportView(
  { pairs, format, language }: Asked<"review-export">,
  visible: VisibleLibrary,
  library: Library,
): Promise<string> {
  const report = await selectedReport(pairs, visible, library);
  return format === "json"
    ? renderJson(report)
    : renderCsv(report, textsOf(language), { byteOrderMark: true });
}

/** How many of some pairs are there no longer. */
export function reviewGoneView({ pairs }: Asked<"review-gone">, visible: VisibleLibrary): object {
  return { gone: findSelected(pairs, visible).gone };
}
