import type { PagePair } from "../../page-data.js";
import { linkToPair } from "../address.js";
import { FilmstripRow } from "../pictures/filmstrip-row.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { Badge } from "./badge.js";
import { ListedPairTools } from "./pair-tools.js";
import { Reasons } from "./reasons.js";

/** A pair in a list: both filmstrips, what it is called and why; the names lead to all there is to know. */
export function PairRow({ report, pair }: { readonly report: Report; readonly pair: PagePair }) {
  const { labels } = useSpeech();
  return (
    <li class="card pair-row">
      <div class="strips">
        <FilmstripRow report={report} id={pair.a} />
        <FilmstripRow report={report} id={pair.b} />
      </div>
      <div>
        <p class="creative-name">
          <Badge pair={pair} />{" "}
          <a href={linkToPair(pair)}>
            {report.nameOf(pair.b)} <span class="aside">{labels.relations[pair.grade]}</span>{" "}
            {report.nameOf(pair.a)}
          </a>
        </p>
        <Reasons pair={pair} />
        <ListedPairTools pair={pair} />
      </div>
    </li>
  );
}
