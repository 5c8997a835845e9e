import { FilterForm } from "../../report/html/app/lists/filter-form.js";
import { AccountTable } from "../../report/html/app/overview/account-table.js";
import { Counts } from "../../report/html/app/overview/counts.js";
import { Histogram } from "../../report/html/app/overview/histogram.js";
import { ViewChoice } from "../../report/html/app/overview/view-choice.js";
import { useSpeech } from "../../report/html/app/speech.js";
import { NO_FILTER } from "../../report/html/pair-filter.js";
import type { PairListing } from "../../report/html/pair-walk.js";
import type { ReviewData } from "../../report/html/review-data.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import { LibraryGroups } from "../lists/library-groups.js";
import { LibraryPairs } from "../lists/library-pairs.js";
import type { ListState } from "../lists/list-state.js";
import { useSettled } from "../lists/use-settled.js";
import { Trouble } from "../trouble.js";
import { useAccounts } from "./use-accounts.js";

/** Pairs brought at a time. */
const PAIRS = 40;
/** The same of the lists that stand below another one. */
const PAIRS_BELOW = 10;

/** A library at a glance, with its accounts and its lists; the filters are the service's work. */
export function LibraryOverview({
  data,
  listing: { view, filter },
  onListing,
  ...asked
}: Omit<ListState, "filter"> & {
  readonly data: ReviewData;
  readonly listing: PairListing;
  readonly onListing: (listing: PairListing) => void;
}) {
  const { texts } = useSpeech();
  const { empty, allowance } = useReviewLabels();
  const { accounts, error } = useAccounts(asked.client, asked.revision);
  const state: ListState = { ...asked, filter: useSettled(filter) };
  if (data.creatives === 0)
    return (
      <section class="card">
        <h2>{empty.heading}</h2>
        <p>{empty.explanation}</p>
      </section>
    );
  return (
    <div class="overview">
      <h2 class="outcome">
        {data.groups === 0 ? texts.nothingSimilar() : texts.somethingSimilar(data.groups, data.repeats)}
      </h2>
      <Counts figures={{ ...data, failed: 0 }} />
      <Trouble error={error} />
      {accounts && accounts.accounts.length > 0 && <AccountTable accounts={accounts} />}
      {data.pairs.length > 0 && (
        <>
          <Histogram counts={data.pairs} threshold={data.threshold} />
          <ViewChoice view={view} onView={(chosen) => onListing({ view: chosen, filter })} />
          <FilterForm
            accounts={data.accounts}
            filter={filter}
            onFilter={(chosen) => onListing({ view, filter: chosen })}
            ordered={view === "pairs"}
          />
          {view === "groups" ? (
            <>
              <LibraryGroups {...state} />
              <LibraryPairs
                {...state}
                list="possible"
                heading={texts.headings.possible}
                pageSize={PAIRS_BELOW}
              />
            </>
          ) : (
            <LibraryPairs key="all" {...state} list="all" pageSize={PAIRS} />
          )}
        </>
      )}
      {data.allowed > 0 && (
        <LibraryPairs
          key="allowed"
          {...state}
          filter={NO_FILTER}
          list="allowed"
          heading={allowance.heading(data.allowed)}
          pageSize={PAIRS_BELOW}
        />
      )}
    </div>
  );
}
