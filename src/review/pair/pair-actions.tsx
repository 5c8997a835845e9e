import type { ReviewPair } from "../../report/html/review-data.js";
import { isOthers } from "../others-name.js";
import { SelectBox } from "../selection/select-box.js";
import type { Selection } from "../selection/use-selection.js";
import type { ReviewClient } from "../service/review-api.js";
import { AllowanceButton } from "./allowance-button.js";
import { FirstPublishForm } from "./first-publish-form.js";

/** What can be done with a pair: select it, mark it as no match, say that its repeat came first. */
export function PairActions({
  pair,
  repeat,
  mayWrite,
  client,
  selection,
  onChanged,
}: {
  readonly pair: ReviewPair;
  /** The creative that may have been first after all. */
  readonly repeat: string | undefined;
  /** The caller may change the library. */
  readonly mayWrite: boolean;
  readonly client: ReviewClient;
  readonly selection: Selection;
  readonly onChanged: () => Promise<void>;
}) {
  const changing = { client, onChanged };
  const { group } = pair;
  return (
    <>
      <SelectBox pair={pair} selection={selection} />
      {mayWrite && !isOthers(pair.a) && !isOthers(pair.b) && <AllowanceButton pair={pair} {...changing} />}
      {mayWrite && repeat !== undefined && !isOthers(repeat) && group && group.first !== repeat && (
        <FirstPublishForm key={repeat} id={repeat} firstMoment={group.firstPublishedAt} {...changing} />
      )}
    </>
  );
}
