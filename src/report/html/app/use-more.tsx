import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useSpeech } from "./speech.js";

/** The beginning of a list, and a button that shows more of it; a long list at once would make the page slow. */
export function useMore<Item>(
  items: readonly Item[],
  pageSize: number,
): { readonly shown: readonly Item[]; readonly button: JSX.Element | null } {
  const { labels } = useSpeech();
  const [count, setCount] = useState(pageSize);
  const left = items.length - count;
  const button =
    left > 0 ? (
      <button type="button" class="more" onClick={() => setCount(count + pageSize)}>
        {labels.more(Math.min(left, pageSize))}
      </button>
    ) : null;
  return { shown: items.slice(0, count), button };
}
