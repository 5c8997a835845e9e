import { useEffect, useMemo, useState } from "preact/hooks";
import type { Language } from "../../texts/language.js";
import { NO_FILTER } from "../pair-filter.js";
import { neighboursOf, type PairListing, pairWalk } from "../pair-walk.js";
import { usePairAddress } from "./address.js";
import { Overview } from "./overview/overview.js";
import { PageFrame } from "./page-frame.js";
import { PairPage } from "./pair/pair-page.js";
import type { Report } from "./report.js";
import { speechOf } from "./speech.js";
import { useReturnPlace } from "./use-return-place.js";

/** The whole page: the overview, or one pair where the address names it. */
export function App({ report }: { readonly report: Report }) {
  const [language, setLanguage] = useState<Language>(report.data.language);
  const speech = useMemo(() => speechOf(language), [language]);
  const named = usePairAddress();
  const only = report.scan === undefined ? report.pairs[0] : undefined;
  const address = only ?? named;
  const pair = address && report.pair(address.a, address.b);
  const inPair = address !== undefined;
  const [listing, setListing] = useState<PairListing>({
    view: report.scan !== undefined && report.scan.groups.length > 0 ? "groups" : "pairs",
    filter: NO_FILTER,
  });
  const walk = useMemo(() => pairWalk(report, listing, report.named), [report, listing]);
  const neighbours = useMemo(
    () => (pair === undefined ? {} : neighboursOf(pair, walk, report.pairs)),
    [pair, walk, report],
  );

  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    const { labels } = speech;
    const title = report.scan === undefined ? labels.pairTitle : labels.title;
    document.title = pair ? `${report.nameOf(pair.b)} · ${title}` : `${title} · samecut`;
  }, [speech, pair, report, language]);

  useReturnPlace(inPair);

  return (
    <PageFrame
      speech={speech}
      onLanguage={setLanguage}
      foot={<footer class="foot">{speech.labels.foot(report.data.version)}</footer>}
    >
      {report.scan && (
        <Overview
          report={report}
          scan={report.scan}
          listing={listing}
          onListing={setListing}
          hidden={inPair}
        />
      )}
      {pair && (
        <PairPage
          key={`${pair.a}\n${pair.b}`}
          report={report}
          pair={pair}
          neighbours={neighbours}
          listed={report.scan !== undefined}
        />
      )}
      {address && !pair && (
        <p class="notice">
          {speech.labels.noSuchPair} <a href="#overview">{speech.labels.back}</a>
        </p>
      )}
    </PageFrame>
  );
}
