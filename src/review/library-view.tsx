import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { usePairAddress } from "../report/html/app/address.js";
import { PairToolsContext } from "../report/html/app/lists/pair-tools.js";
import { Overview } from "../report/html/app/overview/overview.js";
import { PairPage } from "../report/html/app/pair/pair-page.js";
import { useSpeech } from "../report/html/app/speech.js";
import { useReturnScroll } from "../report/html/app/use-return-scroll.js";
import type { PagePair } from "../report/html/page-data.js";
import type { ReviewData } from "../report/html/review-data.js";
import { CheckPanel } from "./check/check-panel.js";
import { DropZone } from "./check/drop-zone.js";
import { useCheck } from "./check/use-check.js";
import { useReviewLabels } from "./labels/use-review-labels.js";
import { AllowedList } from "./lists/allowed-list.js";
import { Hits, SearchField } from "./lists/creative-search.js";
import { useSearch } from "./lists/use-search.js";
import { keyOfPair, reportsOf } from "./page-reports.js";
import { PairActions } from "./pair/pair-actions.js";
import { PlaybackSection } from "./playback/playback-section.js";
import { SelectionBar } from "./selection/selection-bar.js";
import { useSelection } from "./selection/use-selection.js";
import { LivePictures } from "./service/live-pictures.js";
import type { ServiceClient } from "./service/service-client.js";
import { Trouble } from "./trouble.js";

/** A library: what is in it, what is looked for in it, what is checked against it; or one pair where the address names it. */
export function LibraryView({
  client,
  data,
  onChanged,
}: {
  readonly client: ServiceClient;
  readonly data: ReviewData;
  readonly onChanged: () => Promise<void>;
}) {
  const { labels } = useSpeech();
  const { title, allowance } = useReviewLabels();
  const pictures = useMemo(() => new LivePictures(client), [client]);
  const [text, setText] = useState("");
  const { hits, error } = useSearch(client, pictures, text);
  const { check, begin, dismiss } = useCheck(client, pictures);
  const checked = check?.state === "done" ? check.outcome : undefined;
  const local = useMemo(
    () => checked && check && { id: checked.checked, file: check.file },
    [checked, check],
  );
  const reports = useMemo(
    () => reportsOf({ data, hits, checked }, pictures),
    [data, hits, checked, pictures],
  );
  const allowed = useMemo(() => new Set(data.allowed.map(keyOfPair)), [data]);
  const address = usePairAddress();
  const pair = address && reports.everything.pair(address.a, address.b);
  const inPair = address !== undefined;
  useReturnScroll(inPair);
  useEffect(() => {
    document.title = `${pair ? reports.everything.nameOf(pair.b) : title} · samecut`;
  }, [pair, reports, title]);
  const checkDropped = useCallback(
    (file: File) => {
      location.hash = "#overview";
      scrollTo(0, 0);
      void begin(file);
    },
    [begin],
  );
  const selection = useSelection();
  const tools = (each: PagePair, repeat?: string) => (
    <PairActions
      pair={each}
      repeat={repeat}
      checked={checked?.checked}
      {...{ data, client, selection, onChanged }}
    />
  );
  return (
    <PairToolsContext.Provider value={tools}>
      <div class="review" hidden={inPair}>
        <div class="columns">
          <SearchField onSearch={setText} />
          <DropZone onFile={checkDropped} />
        </div>
        <Trouble error={error} />
        {check && <CheckPanel check={check} report={reports.everything} onDismiss={dismiss} />}
        {hits && <Hits hits={hits} report={reports.everything} />}
        {data.scan && <Overview report={reports.library} scan={data.scan} hidden={inPair} />}
        <AllowedList pairs={data.allowed} report={reports.everything} />
      </div>
      {pair && (
        <PairPage
          key={keyOfPair(pair)}
          report={reports.everything}
          pair={pair}
          listed
          tools={tools(pair, pair.b)}
        >
          {allowed.has(keyOfPair(pair)) && <p class="notice">{allowance.marked}</p>}
          <PlaybackSection report={reports.everything} pair={pair} client={client} local={local} />
        </PairPage>
      )}
      {address && !pair && (
        <p class="notice">
          {labels.noSuchPair} <a href="#overview">{labels.back}</a>
        </p>
      )}
      <SelectionBar selection={selection} client={client} />
    </PairToolsContext.Provider>
  );
}
