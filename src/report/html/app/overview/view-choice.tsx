import { PAIR_VIEWS, type PairView } from "../../pair-walk.js";
import { useSpeech } from "../speech.js";

/** Chooses between groups and pairs. */
export function ViewChoice({
  view,
  onView,
}: {
  readonly view: PairView;
  readonly onView: (view: PairView) => void;
}) {
  const { labels } = useSpeech();
  return (
    <fieldset class="views">
      <legend class="unseen">{labels.view}</legend>
      {PAIR_VIEWS.map((each) => (
        <label key={each}>
          <input type="radio" name="view" checked={view === each} onChange={() => onView(each)} />
          <span>{labels.views[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
