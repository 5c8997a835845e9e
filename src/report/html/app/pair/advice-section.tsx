import { adviseOn } from "../../../explain/pair.js";
import type { PagePair } from "../../page-data.js";
import { useSpeech } from "../speech.js";

/** What would have to change for the repeat to count as original. */
export function AdviceSection({ pair }: { readonly pair: PagePair }) {
  const { texts, labels } = useSpeech();
  return (
    <section class="card advice" aria-labelledby="advice-heading">
      <h2 id="advice-heading">{labels.advice}</h2>
      <ul>
        {adviseOn(pair, texts).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
