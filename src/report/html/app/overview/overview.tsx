import { useMemo, useState } from "preact/hooks";
import { explainSelection } from "../../../explain/selection.js";
import type { PageScan } from "../../page-data.js";
import { NO_FILTER, type PairFilter } from "../../pair-filter.js";
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
import { type View, ViewChoice } from "./view-choice.js";

/** Everything but a single pair: counts, accounts, histogram, groups or pairs, and what went wrong. */
export function Overview({
  report,
  scan,
  hidden,
}: {
  readonly report: Report;
  readonly scan: PageScan;
  readonly hidden: boolean;
}) {
  const { texts } = useSpeech();
  const [view, setView] = useState<View>(scan.groups.length > 0 ? "groups" : "pairs");
  const [filter, setFilter] = useState<PairFilter>(NO_FILTER);
  const counts = useMemo(() => countBySimilarity(report.pairs), [report]);
  const repeats = scan.groups.reduce((sum, { members }) => sum + members.length - 1, 0);
  return (
    <div class="overview" hidden={hidden}>
      <h1>{repeats === 0 ? texts.nothingSimilar() : texts.somethingSimilar(scan.groups.length, repeats)}</h1>
      <Counts summary={scan.summary} repeats={repeats} />
      {scan.selection && <p class="selection">{explainSelection(scan.selection, texts)}</p>}
      {scan.accounts && <AccountTable accounts={scan.accounts} />}
      {report.pairs.length > 0 && (
        <>
          <Histogram counts={counts} threshold={scan.threshold} />
          <ViewChoice view={view} onView={setView} />
          <FilterForm
            accounts={report.accounts}
            filter={filter}
            onFilter={setFilter}
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
