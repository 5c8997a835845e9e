import { useEffect, useState } from "preact/hooks";
import type { CreativeHits } from "../../report/html/review-data.js";
import type { LivePictures } from "../service/live-pictures.js";
import type { ServiceClient } from "../service/service-client.js";

/** The creatives that have a text in their id, account or file; undefined while none is looked for. */
export function useSearch(
  client: ServiceClient,
  pictures: LivePictures,
  text: string,
): { readonly hits: CreativeHits | undefined; readonly error: unknown } {
  const [hits, setHits] = useState<CreativeHits>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    setError(undefined);
    if (text === "") return setHits(undefined);
    const controller = new AbortController();
    const { signal } = controller;
    client
      .json<CreativeHits>("/v1/review/creatives", { query: { search: text }, signal })
      .then((found) => {
        pictures.learn(found.creatives);
        if (!signal.aborted) setHits(found);
      })
      .catch((reason: unknown) => signal.aborted || setError(reason));
    return () => controller.abort();
  }, [client, pictures, text]);
  return { hits, error };
}
