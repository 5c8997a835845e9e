import { useState } from "preact/hooks";
import { explainSelection } from "../../../explain/selection.js";
import type { PageScan } from "../../page-data.js";
import { FilterForm } from "../lists/filter-form.js";
import { GroupList } from "../lists/group-list.js";
import { NO_FILTER, type PairFilter } from "../lists/pair-filter.js";
import { PairList } from "../lists/pair-list.js";
import { PossibleList } from "../lists/possible-list.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { AccountTable } from "./account-table.js";
import { Counts } from "./counts.js";
import { Histogram } from "./histogram.js";
import { Troubles } from "./troubles.js";

const VIEWS = ["groups", "pairs"] as const;
type View = (typeof VIEWS)[number];

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
  const { texts, labels } = useSpeech();
  const [view, setView] = useState<View>(scan.groups.length > 0 ? "groups" : "pairs");
  const [filter, setFilter] = useState<PairFilter>(NO_FILTER);
  const repeats = scan.groups.reduce((sum, { members }) => sum + members.length - 1, 0);
  return (
    <div class="overview" hidden={hidden}>
      <h1>{repeats === 0 ? texts.nothingSimilar() : texts.somethingSimilar(scan.groups.length, repeats)}</h1>
      <Counts scan={scan} repeats={repeats} />
      {scan.selection && <p class="selection">{explainSelection(scan.selection, texts)}</p>}
      {scan.accounts && <AccountTable accounts={scan.accounts} />}
      {report.pairs.length > 0 && (
        <>
          <Histogram pairs={report.pairs} threshold={scan.threshold} />
          <fieldset class="views">
            <legend class="unseen">{labels.view}</legend>
            {VIEWS.map((each) => (
              <label key={each}>
                <input type="radio" name="view" checked={view === each} onChange={() => setView(each)} />
                <span>{labels.views[each]}</span>
              </label>
            ))}
          </fieldset>
          <FilterForm report={report} filter={filter} onFilter={setFilter} ordered={view === "pairs"} />
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
