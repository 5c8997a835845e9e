import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ReportedGroup } from "../../../scan-report.js";
import type { PagePair } from "../../page-data.js";

/** What can be done with a pair where it is listed; undefined on a page that only tells. */
export type PairTools = (pair: PagePair, group?: ReportedGroup) => ComponentChildren;

/** The tools around a list. */
export const PairToolsContext = createContext<PairTools | undefined>(undefined);

/** The tools of a pair in a list; nothing in a file. */
export function ListedPairTools({
  pair,
  group,
}: {
  readonly pair: PagePair;
  readonly group?: ReportedGroup;
}) {
  const tools = useContext(PairToolsContext);
  return tools ? <div class="pair-tools">{tools(pair, group)}</div> : null;
}
