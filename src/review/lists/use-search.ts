import { useEffect, useState } from "preact/hooks";
import type { CreativeHits } from "../../report/html/review-data.js";
import type { ListState } from "./list-state.js";

/** The creatives that have a text in their id, account or file; undefined while none is looked for. */
export function useSearch(
  { client, known: { learn }, revision }: Omit<ListState, "filter">,
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
      .call("GET /v1/review/creatives", { query: { search: text }, signal })
      .then((found) => {
        if (signal.aborted) return;
        learn(found);
        setHits(found);
      })
      .catch((reason: unknown) => signal.aborted || setError(reason));
    return () => controller.abort();
  }, [client, learn, text, revision]);
  return { hits, error };
}
