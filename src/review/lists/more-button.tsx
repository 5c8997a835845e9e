import { useSpeech } from "../../report/html/app/speech.js";

/** Brings more of a list; nothing where there is no more. */
export function MoreButton({
  left,
  pageSize,
  busy,
  onMore,
}: {
  /** Items that are not shown. */
  readonly left: number;
  readonly pageSize: number;
  readonly busy: boolean;
  readonly onMore: () => void;
}) {
  const { labels } = useSpeech();
  if (left <= 0) return null;
  return (
    <button type="button" class="more" aria-disabled={busy} onClick={() => busy || onMore()}>
      {labels.more(Math.min(left, pageSize))}
    </button>
  );
}
