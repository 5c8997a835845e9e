import type { ReportedGroup } from "../../../scan-report.js";
import { type PairFilter, passes } from "../../pair-filter.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { useMore } from "../use-more.js";
import { GroupCard } from "./group-card.js";

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
      repeats: report.repeatsIn(group).filter(({ pair }) => passes(pair, filter, report.named)),
    }))
    .filter(({ repeats }) => repeats.length > 0);
  const { shown, button } = useMore(chosen, PAGE);
  return (
    <section class="groups">
      <p class="result" role="status">
        {chosen.length === 0 ? labels.nothingLeft : labels.groupsShown(chosen.length, groups.length)}
      </p>
      {shown.map(({ group, number, repeats }) => (
        <GroupCard
          key={group.id}
          report={report}
          group={{ number, first: group.first, size: group.members.length, repeats }}
        />
      ))}
      {button}
    </section>
  );
}
