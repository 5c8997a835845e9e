import type { PagePair } from "../../page-data.js";
import type { Labels } from "../labels/labels.js";

/** What a side is called: the later of two distinct creatives repeats nothing. */
export function sideName(pair: PagePair, side: "a" | "b", { sides }: Labels): string {
  return side === "b" && pair.grade === "distinct" ? sides.unlike : sides[side];
}
