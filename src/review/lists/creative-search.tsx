import { useEffect, useState } from "preact/hooks";
import { PairRow } from "../../report/html/app/lists/pair-row.js";
import { FilmstripRow } from "../../report/html/app/pictures/filmstrip-row.js";
import type { Report } from "../../report/html/app/report.js";
import { useSpeech } from "../../report/html/app/speech.js";
import type { CreativeHits } from "../../report/html/review-data.js";
import { useReviewLabels } from "../labels/use-review-labels.js";

/** Pairs shown of each creative that was found; the others are in the list of all. */
const PAIRS_EACH = 5;

/** The field in which creatives are looked for. */
export function SearchField({ onSearch }: { readonly onSearch: (text: string) => void }) {
  const { search: said } = useReviewLabels();
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => onSearch(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <search class="card find">
      <h2 id="find-heading">{said.heading}</h2>
      <p class="aside">{said.explanation}</p>
      <input
        type="search"
        aria-labelledby="find-heading"
        placeholder={said.hint}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </search>
  );
}

/** The creatives that were found, each with the pairs it is in. */
export function Hits({ hits, report }: { readonly hits: CreativeHits; readonly report: Report }) {
  const { search: said } = useReviewLabels();
  return (
    <section class="hits" aria-labelledby="find-heading">
      <p class="result" role="status">
        {hits.found.length === 0 ? said.nothing : said.found(hits.found.length, hits.more)}
      </p>
      {hits.found.map((id) => (
        <Hit key={id} id={id} hits={hits} report={report} />
      ))}
    </section>
  );
}

function Hit({
  id,
  hits,
  report,
}: {
  readonly id: string;
  readonly hits: CreativeHits;
  readonly report: Report;
}) {
  const { labels } = useSpeech();
  const { search: said } = useReviewLabels();
  const creative = report.creative(id);
  const pairs = hits.pairs.filter(({ a, b }) => a === id || b === id).slice(0, PAIRS_EACH);
  if (creative === undefined) return null;
  const facts = [
    ...(creative.path === id ? [] : [id]),
    ...(creative.account === undefined ? [] : [labels.ofAccount(creative.account)]),
    ...(creative.uploadedAt === undefined ? [] : [creative.uploadedAt.slice(0, 10)]),
  ];
  return (
    <article class="card">
      <div class="creative">
        <FilmstripRow report={report} id={id} />
        <div>
          <p class="creative-name">{creative.path}</p>
          <p class="aside">{[...facts, ...(pairs.length === 0 ? [said.noPairs] : [])].join(" · ")}</p>
        </div>
      </div>
      <ul class="pairs">
        {pairs.map((pair) => (
          <PairRow key={`${pair.a}\n${pair.b}`} report={report} pair={pair} />
        ))}
      </ul>
    </article>
  );
}
