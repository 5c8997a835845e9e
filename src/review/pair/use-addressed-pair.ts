import { useEffect, useRef, useState } from "preact/hooks";
import { usePairAddress } from "../../report/html/app/address.js";
import type { PagePair } from "../../report/html/page-data.js";
import type { KnownPairs } from "../known-pairs.js";
import type { ReviewClient } from "../service/review-api.js";

/** The pair that the address names. */
export interface AddressedPair {
  /** The address names one. */
  readonly named: boolean;
  /** Undefined where none is named, and until it has come. */
  readonly pair: PagePair | undefined;
  /** There is no such pair. */
  readonly missing: boolean;
  /** Why it does not come. */
  readonly error: unknown;
}

/** The pair that the address names: one the page knows, else asked for; asked for again after a change of the library. */
export function useAddressedPair(client: ReviewClient, known: KnownPairs, revision: number): AddressedPair {
  const address = usePairAddress();
  const [error, setError] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  const pair = address && known.report.pair(address.a, address.b);
  const told = useRef(revision);
  const [a, b, isKnown] = [address?.a, address?.b, pair !== undefined];
  const { learn } = known;
  useEffect(() => {
    setError(undefined);
    setMissing(false);
    if (a === undefined || b === undefined || (isKnown && told.current === revision)) return;
    told.current = revision;
    const controller = new AbortController();
    const { signal } = controller;
    client
      .call("GET /v1/review/pair", { query: { a, b }, signal })
      .then(({ pair: found, creatives }) => {
        if (signal.aborted) return;
        if (found !== undefined) learn({ creatives, pairs: [found] });
        setMissing(found === undefined);
      })
      .catch((reason: unknown) => signal.aborted || setError(reason));
    return () => controller.abort();
  }, [a, b, isKnown, revision, client, learn]);
  return { named: address !== undefined, pair, missing, error };
}
