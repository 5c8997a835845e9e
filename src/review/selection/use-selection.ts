import { useEffect, useMemo, useState } from "preact/hooks";
import type { PairAddress } from "../../report/html/page-data.js";
import { keyOfPair } from "../known-pairs.js";

/** Where it is kept while the tab is open: loading the page again, as after a restart of the service, loses nothing. */
const KEY = "samecut.selection";

/** The pairs that are chosen for an export, on whatever list they stand. */
export interface Selection {
  readonly pairs: readonly PairAddress[];
  /** True for a pair that is in it. */
  has(pair: PairAddress): boolean;
  /** Puts a pair in, or takes it out. */
  readonly toggle: (pair: PairAddress) => void;
  readonly clear: () => void;
}

/** The selection of this tab, empty at first. */
export function useSelection(): Selection {
  const [pairs, setPairs] = useState<readonly PairAddress[]>(() =>
    JSON.parse(sessionStorage.getItem(KEY) ?? "[]"),
  );
  useEffect(() => sessionStorage.setItem(KEY, JSON.stringify(pairs)), [pairs]);
  return useMemo(() => {
    const keys = new Set(pairs.map(keyOfPair));
    const has = (pair: PairAddress) => keys.has(keyOfPair(pair));
    return {
      pairs,
      has,
      toggle: ({ a, b }) =>
        setPairs(
          has({ a, b })
            ? pairs.filter((each) => keyOfPair(each) !== keyOfPair({ a, b }))
            : [...pairs, { a, b }],
        ),
      clear: () => setPairs([]),
    };
  }, [pairs]);
}
