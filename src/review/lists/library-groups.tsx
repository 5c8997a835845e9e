import { useCallback } from "preact/hooks";
import { GroupCard } from "../../report/html/app/lists/group-card.js";
import { useSpeech } from "../../report/html/app/speech.js";
import type { ReviewGroup } from "../../report/html/review-data.js";
import { Trouble } from "../trouble.js";
import type { ListState } from "./list-state.js";
import { MoreButton } from "./more-button.js";
import { useMoreRepeats } from "./use-more-repeats.js";
import { type AskWindow, useWindow } from "./use-window.js";

/** Groups brought at a time. */
const PAGE = 20;

/** The library's groups, as far as they have been asked for. */
export function LibraryGroups(state: ListState) {
  const { client, known, revision, filter } = state;
  const { learn } = known;
  const { labels } = useSpeech();
  const ask = useCallback<AskWindow<ReviewGroup>>(
    async (window, signal) => {
      const told = await client.call("GET /v1/review/groups", { query: { ...filter, ...window }, signal });
      learn({ creatives: told.creatives, pairs: told.items.flatMap(pairsOf) });
      return told;
    },
    // The revision is no part of the question, but with another one the answer is.
    [client, learn, filter, revision],
  );
  const { list, error, busy, more } = useWindow(ask, PAGE);
  if (error !== undefined) return <Trouble error={error} />;
  if (list === undefined) return null;
  return (
    <section class="groups" aria-busy={busy}>
      <p class="result" role="status">
        {list.total === 0 ? labels.nothingLeft : labels.groupsShown(list.total, list.all)}
      </p>
      {list.items.map((group) => (
        <LibraryGroup key={group.first} group={group} {...state} />
      ))}
      <MoreButton left={list.total - list.items.length} pageSize={PAGE} busy={busy} onMore={more} />
    </section>
  );
}

/** A group with its first repeats, and more of them when they are wanted. */
function LibraryGroup({ group, ...state }: ListState & { readonly group: ReviewGroup }) {
  const { repeats, busy, error, more, pageSize } = useMoreRepeats(group, state);
  return (
    <GroupCard report={state.known.report} group={{ ...group, repeats }}>
      <Trouble error={error} />
      <MoreButton left={group.chosenRepeats - repeats.length} {...{ pageSize, busy, onMore: more }} />
    </GroupCard>
  );
}

/** The pairs a group shows. */
function pairsOf({ repeats }: ReviewGroup) {
  return repeats.map(({ pair }) => pair);
}
