import { useCallback } from "preact/hooks";
import { PairRow } from "../../report/html/app/lists/pair-row.js";
import { useSpeech } from "../../report/html/app/speech.js";
import type { ReviewPair } from "../../report/html/review-data.js";
import { keyOfPair } from "../known-pairs.js";
import { Trouble } from "../trouble.js";
import type { ListState } from "./list-state.js";
import { MoreButton } from "./more-button.js";
import { type AskWindow, useWindow } from "./use-window.js";

/** A list of the library's pairs, as far as it has been asked for; under a heading it stays away while it is empty. */
export function LibraryPairs({
  list: which,
  heading,
  pageSize,
  client,
  known: { report, learn },
  revision,
  filter,
}: ListState & {
  readonly list: "all" | "possible" | "allowed";
  readonly heading?: string;
  readonly pageSize: number;
}) {
  const { labels } = useSpeech();
  const ask = useCallback<AskWindow<ReviewPair>>(
    async (window, signal) => {
      const query = { ...filter, ...window, list: which };
      const told = await client.call("GET /v1/review/pairs", { query, signal });
      learn({ creatives: told.creatives, pairs: told.items });
      return told;
    },
    // The revision is no part of the question, but with another one the answer is.
    [client, learn, filter, which, revision],
  );
  const { list, error, busy, more } = useWindow(ask, pageSize);
  if (error !== undefined) return <Trouble error={error} />;
  if (list === undefined || (heading !== undefined && list.total === 0)) return null;
  return (
    <section {...(heading === undefined ? {} : { "aria-label": heading })} aria-busy={busy}>
      {heading === undefined ? (
        <p class="result" role="status">
          {list.total === 0 ? labels.nothingLeft : labels.pairsShown(list.total, list.all)}
        </p>
      ) : (
        <h2>{heading}</h2>
      )}
      <ul class="pairs">
        {list.items.map((pair) => (
          <PairRow key={keyOfPair(pair)} report={report} pair={pair} />
        ))}
      </ul>
      <MoreButton left={list.total - list.items.length} {...{ pageSize, busy, onMore: more }} />
    </section>
  );
}
