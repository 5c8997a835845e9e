import { type PairFilter, passes } from "../../pair-filter.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { useMore } from "../use-more.js";
import { PairRow } from "./pair-row.js";

/** Pairs shown at a time. */
const PAGE = 10;

/** What is only possibly similar, and so in no group; nothing where there is none. */
export function PossibleList({ report, filter }: { readonly report: Report; readonly filter: PairFilter }) {
  const { texts } = useSpeech();
  const chosen = report.possible().filter((pair) => passes(pair, filter, report.named));
  const { shown, button } = useMore(chosen, PAGE);
  if (chosen.length === 0) return null;
  return (
    <section aria-labelledby="possible-heading">
      <h2 id="possible-heading">{texts.headings.possible}</h2>
      <ul class="pairs">
        {shown.map((pair) => (
          <PairRow key={`${pair.a}\n${pair.b}`} report={report} pair={pair} />
        ))}
      </ul>
      {button}
    </section>
  );
}
