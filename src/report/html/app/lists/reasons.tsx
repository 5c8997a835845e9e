import { explainRule } from "../../../explain/pair.js";
import type { PagePair } from "../../page-data.js";
import { useSpeech } from "../speech.js";

/** The rules of a pair in plain words, the surest first. */
export function Reasons({ pair }: { readonly pair: PagePair }) {
  const { texts } = useSpeech();
  return (
    <ul class="reasons">
      {pair.rules.map((finding) => (
        <li key={finding.rule}>{explainRule(finding, pair, texts)}</li>
      ))}
    </ul>
  );
}
