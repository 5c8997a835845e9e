import type { CreativeHits, Library } from "../../index.js";
import { tellCreatives, tellPairs } from "../review/told-pairs.js";
import type { VisibleLibrary } from "../review/visible-library.js";

/** Creatives that a search tells at most. */
const MOST_HITS = 30;

/** Pairs that are told of each of them, the most similar. */
const PAIRS_OF_HIT = 5;

/** The creatives somebody looks for, with the pairs they are in. */
export async function searchView(
  text: string,
  visible: VisibleLibrary,
  library: Library,
): Promise<CreativeHits> {
  const found: string[] = [];
  let more = false;
  for (const id of visible.search(text)) {
    more = found.length === MOST_HITS;
    if (more) break;
    found.push(id);
  }
  const left = new Map(found.map((id) => [id, PAIRS_OF_HIT]));
  const outlines = [...visible.pairs, ...visible.allowed].filter(({ a, b }) =>
    [a, b].some((id) => {
      const room = left.get(id) ?? 0;
      left.set(id, room - 1);
      return room > 0;
    }),
  );
  const pairs = await tellPairs(outlines, visible, library);
  const named = [...found, ...outlines.flatMap(({ a, b }) => [a, b])];
  return {
    creatives: await tellCreatives(named, visible, library),
    found,
    more,
    pairs: [...pairs.values()],
  };
}
