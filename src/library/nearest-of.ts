import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Comparisons } from "../matching/comparisons.js";
import type { CreativeMatch } from "./creative-match.js";
import type { Matcher, MatchOptions } from "./matcher.js";
import type { CreativeStore } from "./store.js";
import { storedContents } from "./stored-contents.js";

/** What a library searches with. */
interface Searched {
  readonly store: CreativeStore;
  readonly comparisons: Comparisons;
  readonly matcher: Matcher;
}

/** See `Library.nearestOf`, where too little is known: searches for the nearest of a creative that is in the library itself. */
export async function searchNearestOf(
  id: string,
  { k, signal, scope }: Pick<MatchOptions, "signal" | "scope"> & { readonly k: number },
  { store, comparisons, matcher }: Searched,
): Promise<CreativeMatch[]> {
  const [content] = await storedContents(store, [id]);
  const description = await comparisons.describe(decodeFingerprint(content.encoded), { signal });
  return await matcher.nearest(description, k, { signal, exceptId: id, ...(scope && { scope }) });
}
