import type { PagePair } from "../../report/html/page-data.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import type { Selection } from "./use-selection.js";

/** Puts a pair into the selection, or takes it out. */
export function SelectBox({ pair, selection }: { readonly pair: PagePair; readonly selection: Selection }) {
  const { selection: said } = useReviewLabels();
  return (
    <label class="select-box">
      <input type="checkbox" checked={selection.has(pair)} onChange={() => selection.toggle(pair)} />
      {said.select}
    </label>
  );
}
