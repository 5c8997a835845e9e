import { useMemo } from "preact/hooks";
import { explainSelection } from "../../../explain/selection.js";
import { scanFigures } from "../../overview-figures.js";
import type { PageScan } from "../../page-data.js";
import type { PairListing } from "../../pair-walk.js";
import { countBySimilarity } from "../../similarity-counts.js";
import { FilterForm } from "../lists/filter-form.js";
import { GroupList } from "../lists/group-list.js";
import { PairList } from "../lists/pair-list.js";
import { PossibleList } from "../lists/possible-list.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { AccountTable } from "./account-table.js";
import { Counts } from "./counts.js";
import { Histogram } from "./histogram.js";
import { Troubles } from "./troubles.js";
import { ViewChoice } from "./view-choice.js";

/** Everything but a single pair: counts, accounts, histogram, groups or pairs, and what went wrong. */
export function Overview({
  report,
  scan,
  listing: { view, filter },
  onListing,
  hidden,
}: {
  readonly report: Report;
  readonly scan: PageScan;
  readonly listing: PairListing;
  readonly onListing: (listing: PairListing) => void;
  readonly hidden: boolean;
}) {
  const { texts } = useSpeech();
  const counts = useMemo(() => countBySimilarity(report.pairs), [report]);
  const repeats = scan.groups.reduce((sum, { members }) => sum + members.length - 1, 0);
  const figures = useMemo(() => scanFigures(scan, (id) => report.creative(id)?.origin), [scan, report]);
  return (
    <div class="overview" hidden={hidden}>
      <h1>{repeats === 0 ? texts.nothingSimilar() : texts.somethingSimilar(scan.groups.length, repeats)}</h1>
      <Counts figures={figures} />
      {scan.selection && <p class="selection">{explainSelection(scan.selection, texts)}</p>}
      {scan.accounts && <AccountTable accounts={scan.accounts} />}
      {report.pairs.length > 0 && (
        <>
          <Histogram counts={counts} threshold={scan.threshold} />
          <ViewChoice view={view} onView={(chosen) => onListing({ view: chosen, filter })} />
          <FilterForm
            accounts={report.accounts}
            filter={filter}
            onFilter={(chosen) => onListing({ view, filter: chosen })}
            ordered={view === "pairs"}
          />
          {view === "groups" ? (
            <>
              <GroupList report={report} groups={scan.groups} filter={filter} />
              <PossibleList report={report} filter={filter} />
            </>
          ) : (
            <PairList report={report} filter={filter} />
          )}
        </>
      )}
      <Troubles scan={scan} />
    </div>
  );
}
