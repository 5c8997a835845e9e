import { useEffect, useMemo, useState } from "preact/hooks";
import { usePairAddress } from "../../report/html/app/address.js";
import type { PagePair, PairAddress } from "../../report/html/page-data.js";
import { neighboursIn, type PairListing, type PairNeighbours } from "../../report/html/pair-walk.js";
import { type KnownPairs, keyOfPair } from "../known-pairs.js";
import type { ReviewClient } from "../service/review-api.js";

/** The pair that the address names. */
export interface AddressedPair {
  /** The address names one. */
  readonly named: boolean;
  /** Undefined where none is named, and until it has come. */
  readonly pair: PagePair | undefined;
  /** Those before and after it in the list as it is chosen now, whether the page has them yet or not. */
  readonly neighbours: PairNeighbours<PairAddress>;
  /** There is no such pair. */
  readonly missing: boolean;
  /** Why it does not come. */
  readonly error: unknown;
}

/** What the address is followed with. */
export interface FollowedAddress {
  readonly client: ReviewClient;
  readonly known: KnownPairs;
  /** Another one after each change of the library: the pair is asked for again. */
  readonly revision: number;
  readonly listing: PairListing;
  /** Pairs of a file that was checked, which the service does not have. */
  readonly checked: readonly PagePair[];
}

/** The pair that the address names: shown at once where the page knows it, and asked for with its neighbours. */
export function useAddressedPair({
  client,
  known,
  revision,
  listing: { view, filter },
  checked,
}: FollowedAddress): AddressedPair {
  const address = usePairAddress();
  const [error, setError] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  const [told, setTold] = useState<{
    readonly key: string;
    readonly neighbours: PairNeighbours<PairAddress>;
  }>();
  const pair = address && known.report.pair(address.a, address.b);
  const isChecked = pair !== undefined && checked.includes(pair);
  const [a, b] = [address?.a, address?.b];
  const { learn } = known;
  useEffect(() => {
    setError(undefined);
    setMissing(false);
    if (a === undefined || b === undefined || isChecked) return;
    const controller = new AbortController();
    const { signal } = controller;
    client
      .call("GET /v1/review/pair", { query: { ...filter, view, a, b }, signal })
      .then(({ pair: found, creatives, ...neighbours }) => {
        if (signal.aborted) return;
        if (found !== undefined) learn({ creatives, pairs: [found] });
        setMissing(found === undefined);
        const key = keyOfPair({ a, b });
        // A pair that has just been marked is in no list any more: the way on stays what it was.
        const none = Object.keys(neighbours).length === 0;
        setTold((before) => (none && before?.key === key ? before : { key, neighbours }));
      })
      .catch((reason: unknown) => signal.aborted || setError(reason));
    return () => controller.abort();
  }, [a, b, isChecked, revision, client, learn, filter, view]);
  const neighbours = useMemo(() => {
    if (pair !== undefined && isChecked) return neighboursIn(checked, pair);
    return address !== undefined && told?.key === keyOfPair(address) ? told.neighbours : {};
  }, [address, pair, isChecked, checked, told]);
  return { named: address !== undefined, pair, neighbours, missing, error };
}
