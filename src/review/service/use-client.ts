import { useMemo } from "preact/hooks";
import { RouteClient } from "../../client/route-client.js";
import type { ReviewApi, ReviewClient } from "./review-api.js";

/** A client of the service this page comes from, with the caller's token where there is one; errors come in the page's language. */
export function useClient(token: string | undefined): ReviewClient {
  return useMemo(() => {
    const language = () => (document.documentElement.lang === "en" ? "en" : "zh");
    return new RouteClient<ReviewApi>({
      url: location.origin,
      language,
      ...(token === undefined ? {} : { token }),
    });
  }, [token]);
}
