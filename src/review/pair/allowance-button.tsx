import { useState } from "preact/hooks";
import type { PagePair } from "../../report/html/page-data.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import type { ServiceClient } from "../service/service-client.js";
import { Trouble } from "../trouble.js";

/** Marks a pair as no match, or takes that back. */
export function AllowanceButton({
  pair: { a, b },
  allowed,
  client,
  onChanged,
}: {
  readonly pair: PagePair;
  readonly allowed: boolean;
  readonly client: ServiceClient;
  /** Resolves when the page shows the library as it is now. */
  readonly onChanged: () => Promise<void>;
}) {
  const { allowance: said } = useReviewLabels();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const change = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const asked = allowed ? { method: "DELETE", query: { a, b } } : { method: "PUT", body: { a, b } };
      await client.json("/v1/allowances", asked as Parameters<ServiceClient["json"]>[1]);
      await onChanged();
    } catch (reason) {
      setError(reason);
    }
    setBusy(false);
  };
  return (
    <>
      <button type="button" aria-disabled={busy} onClick={busy ? undefined : change}>
        {allowed ? said.takeBack : said.mark}
      </button>
      <Trouble error={error} />
    </>
  );
}
