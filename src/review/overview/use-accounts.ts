import { useEffect, useState } from "preact/hooks";
import type { PageAccounts } from "../../report/html/page-data.js";
import type { ReviewClient } from "../service/review-api.js";

/** The caller's accounts; undefined until they have come, which in a large library is later than the rest. */
export function useAccounts(
  client: ReviewClient,
  revision: number,
): { readonly accounts: PageAccounts | undefined; readonly error: unknown } {
  const [accounts, setAccounts] = useState<PageAccounts>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    client
      .call("GET /v1/review/accounts", { signal })
      .then((told) => {
        if (signal.aborted) return;
        setAccounts(told);
        setError(undefined);
      })
      .catch((reason: unknown) => signal.aborted || setError(reason));
    return () => controller.abort();
  }, [client, revision]);
  return { accounts, error };
}
