import {
  type Library,
  type PageCreative,
  type PairOutline,
  pageCreative,
  type ReviewPair,
  reportStored,
} from "../../index.js";
import type { VisibleLibrary } from "./visible-library.js";

/** Some creatives as a caller may see them; what is not there any more is left out. */
export async function tellCreatives(
  ids: Iterable<string>,
  { names }: VisibleLibrary,
  library: Library,
): Promise<PageCreative[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => library.get(id)));
  return found.flatMap((creative) =>
    creative === undefined ? [] : [pageCreative(names.creative(reportStored(creative)))],
  );
}

/** Some pairs with their verdicts as a caller may see them, by their outlines. */
export async function tellPairs(
  outlines: readonly PairOutline[],
  visible: VisibleLibrary,
  library: Library,
): Promise<Map<PairOutline, ReviewPair>> {
  const stored = await library.pairsBetween(outlines);
  const verdicts = new Map(stored.map(({ a, b, verdict }) => [`${a}\n${b}`, verdict]));
  const told = new Map<PairOutline, ReviewPair>();
  for (const outline of outlines) {
    const { a, b } = outline;
    const verdict = verdicts.get(`${a}\n${b}`);
    const group = visible.groupOf(b);
    // Removed since the survey.
    if (verdict === undefined) continue;
    told.set(outline, {
      ...verdict,
      a: visible.names.of(a),
      b: visible.names.of(b),
      allowed: outline.allowed,
      ...(group === undefined
        ? {}
        : { group: { first: visible.names.of(group.first), firstPublishedAt: group.firstPublishedAt } }),
    });
  }
  return told;
}
