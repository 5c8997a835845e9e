import type { RuleFinding } from "../../../../verdict/verdict.js";
import { explainMeasured } from "../../../explain/measured.js";
import { explainRule } from "../../../explain/pair.js";
import { percent } from "../../../numbers.js";
import type { PagePair } from "../../page-data.js";
import { useSpeech } from "../speech.js";

/** The rules of a pair: in words, how sure, and what was measured. */
export function RuleSection({ pair }: { readonly pair: PagePair }) {
  const { texts, labels } = useSpeech();
  return (
    <section class="card" aria-labelledby="rules-heading">
      <h2 id="rules-heading">{texts.headings.rules}</h2>
      <ol class="plain rules">
        {pair.rules.map((finding) => (
          <li key={finding.rule}>
            <p class="rule-words">{explainRule(finding, pair, texts)}</p>
            <p class="sure">
              <span class="bar" aria-hidden="true">
                <span style={{ width: `${finding.confidence * 100}%` }} />
              </span>
              {labels.confidence(percent(finding.confidence))}
            </p>
            <Measured detail={finding.detail} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Measured({ detail }: Pick<RuleFinding, "detail">) {
  const { texts } = useSpeech();
  const entries = explainMeasured({ detail }, texts);
  if (entries.length === 0) return null;
  return (
    <dl class="measured" aria-label={texts.headings.evidence}>
      {entries.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
