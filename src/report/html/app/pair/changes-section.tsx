import { describeChanges } from "../../../explain/changes.js";
import { percent } from "../../../numbers.js";
import type { PagePair } from "../../page-data.js";
import { useSpeech } from "../speech.js";

/** How much of each side is common, and what was done to the repeat. */
export function ChangesSection({ pair }: { readonly pair: PagePair }) {
  const { texts, labels } = useSpeech();
  const changes = describeChanges(pair, texts);
  return (
    <section class="card" aria-labelledby="changes-heading">
      <h2 id="changes-heading">{labels.changes}</h2>
      {changes.length === 0 ? (
        <p>{labels.nothingChanged}</p>
      ) : (
        <ul class="phrases">
          {changes.map((change) => (
            <li key={change} class="phrase">
              {change}
            </li>
          ))}
        </ul>
      )}
      <h3>{labels.coverage}</h3>
      <dl class="coverage">
        {(["a", "b"] as const).map((side) => (
          <div key={side}>
            <dt class={`side-name side-name--${side}`}>{labels.sides[side]}</dt>
            <dd>
              <span class="bar" aria-hidden="true">
                <span style={{ width: `${pair.coverage[side] * 100}%` }} />
              </span>
              {percent(pair.coverage[side])}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
