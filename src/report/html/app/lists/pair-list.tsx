import { chosenPairs, type PairFilter } from "../../pair-filter.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { useMore } from "../use-more.js";
import { PairRow } from "./pair-row.js";

/** Pairs shown at a time. */
const PAGE = 40;

/** The pairs that the filter lets through. */
export function PairList({ report, filter }: { readonly report: Report; readonly filter: PairFilter }) {
  const { labels } = useSpeech();
  const chosen = chosenPairs(report.pairs, filter, report.named);
  const { shown, button } = useMore(chosen, PAGE);
  const leftOut = report.scan?.pairsLeftOut ?? 0;
  return (
    <section>
      <p class="result" role="status">
        {chosen.length === 0 ? labels.nothingLeft : labels.pairsShown(chosen.length, report.pairs.length)}
      </p>
      {leftOut > 0 && <p class="notice">{labels.leftOut(leftOut)}</p>}
      <ul class="pairs">
        {shown.map((pair) => (
          <PairRow key={`${pair.a}\n${pair.b}`} report={report} pair={pair} />
        ))}
      </ul>
      {button}
    </section>
  );
}
