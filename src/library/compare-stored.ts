import type { Comparisons } from "../matching/comparisons.js";
import type { PairVerdict } from "../verdict/verdict.js";
import type { CreativeStore } from "./store.js";
import { storedContents } from "./stored-contents.js";

/** See `Library.compare`. */
export async function compareStored(
  a: string,
  b: string,
  signal: AbortSignal,
  { store, comparisons }: { readonly store: CreativeStore; readonly comparisons: Comparisons },
): Promise<PairVerdict> {
  const [earlier, later] = await storedContents(store, [a, b]);
  const [verdict] = await comparisons.verdictsOn(later, [earlier], { signal });
  return verdict as PairVerdict;
}
