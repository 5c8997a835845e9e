import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PagePair } from "../../page-data.js";

/**
 * What can be done with a pair where it is listed.
 *
 * @param repeat the creative of a group that the pair stands for; none outside of groups
 */
export type PairTools = (pair: PagePair, repeat?: string) => ComponentChildren;

/** The tools around a list; none on a page that only tells. */
export const PairToolsContext = createContext<PairTools | undefined>(undefined);

/** The tools of a pair in a list; nothing in a file. */
export function ListedPairTools({ pair, repeat }: { readonly pair: PagePair; readonly repeat?: string }) {
  const tools = useContext(PairToolsContext);
  return tools ? <div class="pair-tools">{tools(pair, repeat)}</div> : null;
}
