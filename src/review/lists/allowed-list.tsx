import { PairRow } from "../../report/html/app/lists/pair-row.js";
import type { Report } from "../../report/html/app/report.js";
import { useMore } from "../../report/html/app/use-more.js";
import type { PagePair } from "../../report/html/page-data.js";
import { useReviewLabels } from "../labels/use-review-labels.js";

/** Pairs shown at a time. */
const PAGE = 10;

/** The pairs that are marked as no match; nothing where there is none. */
export function AllowedList({
  pairs,
  report,
}: {
  readonly pairs: readonly PagePair[];
  readonly report: Report;
}) {
  const { allowance } = useReviewLabels();
  const { shown, button } = useMore(pairs, PAGE);
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="allowed-heading">
      <h2 id="allowed-heading">{allowance.heading(pairs.length)}</h2>
      <ul class="pairs">
        {shown.map((pair) => (
          <PairRow key={`${pair.a}\n${pair.b}`} report={report} pair={pair} />
        ))}
      </ul>
      {button}
    </section>
  );
}
