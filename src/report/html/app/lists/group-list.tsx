import type { ReportedGroup } from "../../../scan-report.js";
import { linkToPair } from "../address.js";
import { FilmstripRow } from "../pictures/filmstrip-row.js";
import type { Repeat, Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { useMore } from "../use-more.js";
import { Badge } from "./badge.js";
import { type PairFilter, passes } from "./pair-filter.js";
import { ListedPairTools } from "./pair-tools.js";
import { Reasons } from "./reasons.js";

/** Groups shown at a time. */
const PAGE = 30;

/** The groups of similar creatives, a card each, with the repeats that the filter lets through. */
export function GroupList({
  report,
  groups,
  filter,
}: {
  readonly report: Report;
  readonly groups: readonly ReportedGroup[];
  readonly filter: PairFilter;
}) {
  const { labels } = useSpeech();
  const chosen = groups
    .map((group, place) => ({
      group,
      number: place + 1,
      repeats: report.repeatsIn(group).filter(({ pair }) => passes(pair, filter, report)),
    }))
    .filter(({ repeats }) => repeats.length > 0);
  const { shown, button } = useMore(chosen, PAGE);
  return (
    <section class="groups">
      <p class="result" role="status">
        {chosen.length === 0 ? labels.nothingLeft : labels.groupsShown(chosen.length, groups.length)}
      </p>
      {shown.map(({ group, number, repeats }) => (
        <GroupCard key={group.id} report={report} group={group} number={number} repeats={repeats} />
      ))}
      {button}
    </section>
  );
}

function GroupCard({
  report,
  group,
  number,
  repeats,
}: {
  readonly report: Report;
  readonly group: ReportedGroup;
  readonly number: number;
  readonly repeats: readonly Repeat[];
}) {
  const { texts } = useSpeech();
  return (
    <article class="card group" aria-labelledby={group.id}>
      <h2 id={group.id}>{texts.group(number, group.members.length)}</h2>
      <div class="creative creative--first">
        <FilmstripRow report={report} id={group.first} />
        <p class="creative-name">
          <span class="badge badge--first">{texts.first()}</span> {report.nameOf(group.first)}
        </p>
      </div>
      <ul class="repeats">
        {repeats.map(({ id, pair }) => (
          <li key={id} class="creative">
            <FilmstripRow report={report} id={id} />
            <div>
              <p class="creative-name">
                <Badge pair={pair} /> <a href={linkToPair(pair)}>{report.nameOf(id)}</a>
              </p>
              {pair.a !== group.first && pair.b !== group.first && (
                <p class="aside">{texts.repeatOf(report.nameOf(pair.a === id ? pair.b : pair.a))}</p>
              )}
              <Reasons pair={pair} />
              <ListedPairTools pair={pair} repeat={id} />
            </div>
          </li>
        ))}
      </ul>
    </article>
  );
}
