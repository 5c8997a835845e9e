import { useMemo } from "preact/hooks";
import type { ReviewClient } from "./review-api.js";
import { WatchedClient } from "./watched-client.js";

/** A client of the service this page comes from, with the caller's token where there is one; errors come in the page's language. */
export function useClient(token: string | undefined, onUnreachable: () => void): ReviewClient {
  return useMemo(() => {
    const language = () => (document.documentElement.lang === "en" ? "en" : "zh");
    const options = { url: location.origin, language, ...(token === undefined ? {} : { token }) } as const;
    return new WatchedClient(options, onUnreachable);
  }, [token, onUnreachable]);
}
