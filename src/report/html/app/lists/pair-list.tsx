import { linkToPair } from "../address.js";
import { FilmstripRow } from "../pictures/filmstrip-row.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { useMore } from "../use-more.js";
import { Badge } from "./badge.js";
import { chosenPairs, type PairFilter } from "./pair-filter.js";
import { Reasons } from "./reasons.js";

/** Pairs shown at a time. */
const PAGE = 40;

/** The pairs that the filter lets through. */
export function PairList({ report, filter }: { readonly report: Report; readonly filter: PairFilter }) {
  const { labels } = useSpeech();
  const chosen = chosenPairs(report, filter);
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
          <li key={`${pair.a}\n${pair.b}`} class="card pair-row">
            <div class="strips">
              <FilmstripRow strip={report.strip(pair.a)} />
              <FilmstripRow strip={report.strip(pair.b)} />
            </div>
            <div>
              <p class="creative-name">
                <Badge pair={pair} />{" "}
                <a href={linkToPair(pair)}>
                  {report.nameOf(pair.b)} <span class="aside">{labels.repeats}</span> {report.nameOf(pair.a)}
                </a>
              </p>
              <Reasons pair={pair} />
            </div>
          </li>
        ))}
      </ul>
      {button}
    </section>
  );
}
