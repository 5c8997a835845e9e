import type { PagePair } from "../../report/html/page-data.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import type { ServiceClient } from "../service/service-client.js";
import { useChange } from "../service/use-change.js";
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
  const { busy, error, change } = useChange(onChanged);
  const asked = allowed
    ? ({ method: "DELETE", query: { a, b } } as const)
    : ({ method: "PUT", body: { a, b } } as const);
  return (
    <>
      <button
        type="button"
        aria-disabled={busy}
        onClick={() => change(() => client.json("/v1/allowances", asked))}
      >
        {allowed ? said.takeBack : said.mark}
      </button>
      <Trouble error={error} />
    </>
  );
}
