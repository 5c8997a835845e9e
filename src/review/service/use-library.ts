import { useCallback, useEffect, useState } from "preact/hooks";
import type { ReviewData } from "../../report/html/review-data.js";
import type { ReviewClient } from "./review-api.js";

/** What the page knows of the library. */
export interface KnownLibrary {
  /** Undefined before it has come. */
  readonly data: ReviewData | undefined;
  /** Counts how often it has come: lists are asked for again with it. */
  readonly revision: number;
  /** Why it has not come, or not again. */
  readonly error: unknown;
  /** The service answers to tokens only, and there is none yet. */
  readonly tokenWanted: boolean;
  /** Asks again; resolves when the answer is shown. */
  readonly reload: () => Promise<void>;
}

/** The library as it is, asked for again with another client and when told to. */
export function useLibrary(client: ReviewClient, hasToken: boolean): KnownLibrary {
  const [known, setKnown] = useState<Omit<KnownLibrary, "reload">>({
    data: undefined,
    revision: 0,
    error: undefined,
    tokenWanted: false,
  });
  const reload = useCallback(async () => {
    try {
      const tokenWanted = !hasToken && (await client.call("GET /review/access")).tokenWanted;
      const data = tokenWanted ? undefined : await client.call("GET /v1/review");
      setKnown(({ revision }) => ({ data, revision: revision + 1, error: undefined, tokenWanted }));
    } catch (error) {
      setKnown((before) => ({ ...before, error, tokenWanted: false }));
    }
  }, [client, hasToken]);
  useEffect(() => void reload(), [reload]);
  return { ...known, reload };
}
