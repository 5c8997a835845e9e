import { useLayoutEffect } from "preact/hooks";
import type { PairAddress } from "../../page-data.js";
import type { PairNeighbours } from "../../pair-walk.js";
import { linkToPair } from "../address.js";

/** J and K go to the next and the previous pair, Escape to the overview; not while something is typed. */
export function usePairKeys(active: boolean, { previous, next }: PairNeighbours<PairAddress>): void {
  // In the same breath as the page itself: a key pressed right after must not go to the pair before.
  useLayoutEffect(() => {
    if (!active) return;
    const follow = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, select, textarea")) return;
      if (event.key === "Escape") location.hash = "#overview";
      if (event.key === "j" && next) location.hash = linkToPair(next);
      if (event.key === "k" && previous) location.hash = linkToPair(previous);
    };
    addEventListener("keydown", follow);
    return () => removeEventListener("keydown", follow);
  }, [active, previous, next]);
}
