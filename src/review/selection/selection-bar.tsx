import { useState } from "preact/hooks";
import { useSpeech } from "../../report/html/app/speech.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import type { ReviewClient } from "../service/review-api.js";
import { Trouble } from "../trouble.js";
import type { Selection } from "./use-selection.js";

const FORMATS = ["csv", "json"] as const;

/** How many pairs are selected, and what can be done with them; nothing where there is none. */
export function SelectionBar({
  selection: { pairs, clear },
  client,
}: {
  readonly selection: Selection;
  readonly client: ReviewClient;
}) {
  const { language } = useSpeech();
  const { selection: said } = useReviewLabels();
  const [error, setError] = useState<unknown>();
  const [gone, setGone] = useState(0);
  if (pairs.length === 0) return null;
  const save = async (format: (typeof FORMATS)[number]) => {
    setError(undefined);
    setGone(0);
    try {
      const body = { format, language, pairs: pairs.map(({ a, b }) => ({ a, b })) };
      const answer = await client.send("POST /v1/review/export", { body });
      setGone(Number(answer.headers.get("samecut-pairs-gone")));
      download(await answer.blob(), `samecut.${format}`);
    } catch (reason) {
      setError(reason);
    }
  };
  return (
    <section class="card selection-bar" aria-label={said.select}>
      <strong role="status">{said.selected(pairs.length)}</strong>
      <span>
        {said.export}{" "}
        {FORMATS.map((format) => (
          <button key={format} type="button" onClick={() => save(format)}>
            {format.toUpperCase()}
          </button>
        ))}
      </span>
      <button type="button" onClick={clear}>
        {said.clear}
      </button>
      {gone > 0 && (
        <p class="notice" role="status">
          {said.gone(gone)}
        </p>
      )}
      <Trouble error={error} />
    </section>
  );
}

function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
