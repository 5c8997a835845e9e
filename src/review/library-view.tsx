import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { PairToolsContext } from "../report/html/app/lists/pair-tools.js";
import { PairPage } from "../report/html/app/pair/pair-page.js";
import { useSpeech } from "../report/html/app/speech.js";
import { useReturnPlace } from "../report/html/app/use-return-place.js";
import type { PagePair } from "../report/html/page-data.js";
import { NO_FILTER } from "../report/html/pair-filter.js";
import type { PairListing } from "../report/html/pair-walk.js";
import type { ReviewData } from "../report/html/review-data.js";
import { CheckPanel } from "./check/check-panel.js";
import { CHOOSE_FILE, DropZone } from "./check/drop-zone.js";
import { useCheck } from "./check/use-check.js";
import { keyOfPair, useKnownPairs } from "./known-pairs.js";
import { useReviewLabels } from "./labels/use-review-labels.js";
import { Hits, SearchField } from "./lists/creative-search.js";
import { useSearch } from "./lists/use-search.js";
import { useSettled } from "./lists/use-settled.js";
import { LibraryOverview } from "./overview/library-overview.js";
import { PairActions } from "./pair/pair-actions.js";
import { useAddressedPair } from "./pair/use-addressed-pair.js";
import { PlaybackSection } from "./playback/playback-section.js";
import { SelectionBar } from "./selection/selection-bar.js";
import { useSelection } from "./selection/use-selection.js";
import { LivePictures } from "./service/live-pictures.js";
import type { ReviewClient } from "./service/review-api.js";
import { Trouble } from "./trouble.js";

const NONE: readonly PagePair[] = [];

/** A library: what is in it, what is looked for in it, what is checked against it; or one pair where the address names it. */
export function LibraryView({
  client,
  data,
  revision,
  onChanged,
}: {
  readonly client: ReviewClient;
  readonly data: ReviewData;
  /** Another one after each change of the library. */
  readonly revision: number;
  readonly onChanged: () => Promise<void>;
}) {
  const { labels } = useSpeech();
  const { title, loading, allowance } = useReviewLabels();
  const pictures = useMemo(() => new LivePictures(client), [client]);
  const known = useKnownPairs(data.version, pictures);
  const { report, facts } = known;
  const [text, setText] = useState("");
  const { hits, error } = useSearch({ client, known, revision }, text);
  const { check, begin, dismiss } = useCheck(client, pictures, known);
  const outcome = check?.state === "done" ? check.outcome : undefined;
  const local = useMemo(
    () => outcome && check && { id: outcome.checked, file: check.file },
    [outcome, check],
  );
  const [listing, setListing] = useState<PairListing>({
    view: data.groups > 0 ? "groups" : "pairs",
    filter: NO_FILTER,
  });
  const followed = { client, known, revision, listing: useSettled(listing) };
  const { named, pair, neighbours, ...addressed } = useAddressedPair({
    ...followed,
    checked: outcome?.pairs ?? NONE,
  });
  useReturnPlace(named);
  useEffect(() => {
    document.title = `${pair ? report.nameOf(pair.b) : title} · samecut`;
  }, [pair, report, title]);
  const checkDropped = useCallback(
    (file: File) => {
      location.hash = "#overview";
      scrollTo(0, 0);
      void begin(file);
    },
    [begin],
  );
  const close = useCallback(() => {
    dismiss();
    document.getElementById(CHOOSE_FILE)?.focus();
  }, [dismiss]);
  const selection = useSelection();
  const tools = (each: PagePair, repeat?: string) => {
    const known = facts(each);
    // The file that was checked is in no library: there is nothing to be done with its pairs.
    if (known === undefined) return null;
    const { mayWrite } = data;
    return <PairActions pair={known} {...{ repeat, mayWrite, client, selection, onChanged }} />;
  };
  return (
    <PairToolsContext.Provider value={tools}>
      <div class="review" hidden={named}>
        <h1 class="unseen">{title}</h1>
        <div class="columns">
          <SearchField onSearch={setText} />
          <DropZone onFile={checkDropped} />
        </div>
        <Trouble error={error} />
        {check && <CheckPanel check={check} report={report} onDismiss={close} onAgain={begin} />}
        {hits && <Hits hits={hits} report={report} />}
        <LibraryOverview
          data={data}
          listing={listing}
          onListing={setListing}
          {...{ client, known, revision }}
        />
      </div>
      {pair && (
        <PairPage key={keyOfPair(pair)} {...{ report, pair, neighbours }} listed tools={tools(pair, pair.b)}>
          {facts(pair)?.allowed && <p class="notice">{allowance.marked}</p>}
          <PlaybackSection {...{ report, pair, client, local, revision }} />
        </PairPage>
      )}
      <Trouble error={addressed.error} />
      {named && !pair && !addressed.missing && addressed.error === undefined && (
        <p role="status">{loading}</p>
      )}
      {named && !pair && addressed.missing && (
        <p class="notice">
          {labels.noSuchPair} <a href="#overview">{labels.back}</a>
        </p>
      )}
      <SelectionBar selection={selection} client={client} />
    </PairToolsContext.Provider>
  );
}
