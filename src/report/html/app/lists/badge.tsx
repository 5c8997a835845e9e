import { percent } from "../../../numbers.js";
import type { PagePair } from "../../page-data.js";
import { useSpeech } from "../speech.js";

/** How alike a pair is and what that is called, in the colour of its grade. */
export function Badge({ pair }: { readonly pair: PagePair }) {
  const { texts } = useSpeech();
  return (
    <span class={`badge badge--${pair.grade}`}>
      <b>{percent(pair.similarity)}</b> {texts.gradeNames[pair.grade]}
    </span>
  );
}
