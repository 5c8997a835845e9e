import { useSpeech } from "../speech.js";

const VIEWS = ["groups", "pairs"] as const;

/** What is listed below the figures. */
export type View = (typeof VIEWS)[number];

/** Chooses between groups and pairs. */
export function ViewChoice({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const { labels } = useSpeech();
  return (
    <fieldset class="views">
      <legend class="unseen">{labels.view}</legend>
      {VIEWS.map((each) => (
        <label key={each}>
          <input type="radio" name="view" checked={view === each} onChange={() => onView(each)} />
          <span>{labels.views[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
