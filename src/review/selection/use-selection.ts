import { useMemo, useState } from "preact/hooks";
import type { PagePair } from "../../report/html/page-data.js";
import { keyOfPair } from "../known-pairs.js";

/** The pairs that are chosen for an export, on whatever list they stand. */
export interface Selection {
  readonly pairs: readonly PagePair[];
  /** True for a pair that is in it. */
  has(pair: PagePair): boolean;
  /** Puts a pair in, or takes it out. */
  readonly toggle: (pair: PagePair) => void;
  readonly clear: () => void;
}

/** A selection that is empty at first. */
export function useSelection(): Selection {
  const [pairs, setPairs] = useState<readonly PagePair[]>([]);
  return useMemo(() => {
    const keys = new Set(pairs.map(keyOfPair));
    const has = (pair: PagePair) => keys.has(keyOfPair(pair));
    return {
      pairs,
      has,
      toggle: (pair) =>
        setPairs(has(pair) ? pairs.filter((each) => keyOfPair(each) !== keyOfPair(pair)) : [...pairs, pair]),
      clear: () => setPairs([]),
    };
  }, [pairs]);
}
