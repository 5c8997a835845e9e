import type { ReviewPair } from "../../report/html/review-data.js";
import { useAnnounce } from "../announcements.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import type { ReviewClient } from "../service/review-api.js";
import { useChange } from "../service/use-change.js";
import { Trouble } from "../trouble.js";

/** Marks a pair as no match, or takes that back. */
export function AllowanceButton({
  pair: { a, b, allowed },
  client,
  onChanged,
}: {
  readonly pair: ReviewPair;
  readonly client: ReviewClient;
  /** Resolves when the page shows the library as it is now. */
  readonly onChanged: () => Promise<void>;
}) {
  const { allowance: said } = useReviewLabels();
  const announce = useAnnounce();
  const { busy, error, change } = useChange(onChanged);
  const turn = async () => {
    if (allowed) await client.call("DELETE /v1/allowances", { query: { a, b } });
    else await client.call("PUT /v1/allowances", { body: { a, b } });
    announce(allowed ? said.takenBack : said.marked);
  };
  return (
    <>
      <button type="button" aria-disabled={busy} onClick={() => change(turn)}>
        {allowed ? said.takeBack : said.mark}
      </button>
      <Trouble error={error} />
    </>
  );
}
