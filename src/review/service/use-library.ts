import { useCallback, useEffect, useState } from "preact/hooks";
import type { ReviewAccess, ReviewData } from "../../report/html/review-data.js";
import type { ServiceClient } from "./service-client.js";

/** What the page knows of the library. */
export interface KnownLibrary {
  /** Undefined before it has come. */
  readonly data: ReviewData | undefined;
  /** Why it has not come, or not again. */
  readonly error: unknown;
  /** The service answers to tokens only, and there is none yet. */
  readonly tokenWanted: boolean;
  /** Asks again; resolves when the answer is shown. */
  readonly reload: () => Promise<void>;
}

/** The library as it is, asked for again with another client and when told to. */
export function useLibrary(client: ServiceClient): KnownLibrary {
  const [known, setKnown] = useState<Partial<KnownLibrary>>({});
  const reload = useCallback(async () => {
    try {
      if (!client.hasToken && (await client.json<ReviewAccess>("/review/access")).tokenWanted)
        return setKnown({ tokenWanted: true });
      setKnown({ data: await client.json<ReviewData>("/v1/review") });
    } catch (error) {
      setKnown(({ data }) => ({ data, error }));
    }
  }, [client]);
  useEffect(() => void reload(), [reload]);
  const { data, error, tokenWanted = false } = known;
  return { data, error, tokenWanted, reload };
}
