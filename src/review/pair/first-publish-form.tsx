import { useEffect, useRef, useState } from "preact/hooks";
import { useAnnounce } from "../announcements.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import type { ReviewClient } from "../service/review-api.js";
import { useChange } from "../service/use-change.js";
import { Trouble } from "../trouble.js";

/** Earlier than the first publish so far by this much, unless another moment is chosen; milliseconds. */
const EARLIER_MILLISECONDS = 60_000;

/** Makes a repeat the first publish of its group, by correcting when it was first delivered. */
export function FirstPublishForm({
  id,
  firstMoment,
  client,
  onChanged,
}: {
  readonly id: string;
  /** When the first publish so far was published, ISO 8601. */
  readonly firstMoment: string;
  readonly client: ReviewClient;
  readonly onChanged: () => Promise<void>;
}) {
  const { firstPublish: said } = useReviewLabels();
  const [open, setOpen] = useState(false);
  const [moment, setMoment] = useState(() => localMoment(firstMoment));
  const announce = useAnnounce();
  const { busy, error, change } = useChange(onChanged);
  const opener = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open) field.current?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (!open)
    return (
      <button ref={opener} type="button" aria-expanded="false" onClick={() => setOpen(true)}>
        {said.choose}
      </button>
    );
  const save = () =>
    change(async () => {
      const body = { uploadedAt: new Date(moment).toISOString() };
      await client.call("PATCH /v1/creatives/:id", { params: { id }, body });
      announce(said.saved);
    });
  return (
    <form
      class="first-publish"
      aria-label={said.choose}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Not the pair's page is left, but the form.
        event.stopPropagation();
        setOpen(false);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>{said.explanation}</p>
      <label class="filter">
        <span class="filter-name">{said.delivered}</span>
        <input
          ref={field}
          type="datetime-local"
          required
          step="1"
          value={moment}
          onInput={(event) => setMoment(event.currentTarget.value)}
        />
      </label>
      <button type="submit" aria-disabled={busy}>
        {said.save}
      </button>
      <button type="button" onClick={() => setOpen(false)}>
        {said.cancel}
      </button>
      <Trouble error={error} />
    </form>
  );
}

/** A moment before the given one as the field takes it: local time without a zone. */
function localMoment(iso: string): string {
  const moment = new Date(new Date(iso).getTime() - EARLIER_MILLISECONDS);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
