import { useEffect, useState } from "preact/hooks";
import type { PairAddress } from "../page-data.js";

/** The part of an address that leads to a pair: `#pair=first.mp4&pair=repeat.mp4`. */
export function linkToPair({ a, b }: PairAddress): string {
  return `#${new URLSearchParams([
    ["pair", a],
    ["pair", b],
  ])}`;
}

/** The pair an address leads to; undefined for the overview. */
export function pairInAddress(hash: string): PairAddress | undefined {
  const [a, b] = new URLSearchParams(hash.slice(1)).getAll("pair");
  return a === undefined || b === undefined ? undefined : { a, b };
}

/** The pair the address leads to now; follows links, back and forward. */
export function usePairAddress(): PairAddress | undefined {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return pairInAddress(hash);
}
