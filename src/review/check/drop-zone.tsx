import { useEffect, useRef, useState } from "preact/hooks";
import { useReviewLabels } from "../labels/use-review-labels.js";

/** The id of the button that chooses a file: where the focus goes when the outcome of one is closed. */
export const CHOOSE_FILE = "choose-file";

/** Takes a file to be checked: dropped anywhere on the page, or chosen. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { check: said } = useReviewLabels();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Without this, a file that misses the field would replace the page.
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(event.type === "dragover");
      const file = event.type === "drop" ? event.dataTransfer.files[0] : undefined;
      if (file) onFile(file);
    };
    const types = ["dragover", "dragleave", "drop"] as const;
    for (const type of types) addEventListener(type, drag);
    return () => {
      for (const type of types) removeEventListener(type, drag);
    };
  }, [onFile]);
  return (
    <section class={over ? "card drop drop--over" : "card drop"} aria-labelledby="check-heading">
      <h2 id="check-heading">{said.heading}</h2>
      <p class="aside">{said.hint}</p>
      <input
        ref={input}
        type="file"
        accept="video/*,image/*"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
      <button id={CHOOSE_FILE} type="button" onClick={() => input.current?.click()}>
        {said.choose}
      </button>
    </section>
  );
}
