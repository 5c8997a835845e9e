import type { PagePair } from "../../report/html/page-data.js";
import type { ReviewData } from "../../report/html/review-data.js";
import { isOthers } from "../others-name.js";
import { keyOfPair } from "../page-reports.js";
import { SelectBox } from "../selection/select-box.js";
import type { Selection } from "../selection/use-selection.js";
import type { ServiceClient } from "../service/service-client.js";
import { AllowanceButton } from "./allowance-button.js";
import { FirstPublishForm } from "./first-publish-form.js";

/** What can be done with a pair: select it, mark it as no match, say that its repeat came first. */
export function PairActions({
  pair,
  repeat,
  checked,
  data,
  client,
  selection,
  onChanged,
}: {
  readonly pair: PagePair;
  /** The creative that may have been first after all. */
  readonly repeat: string | undefined;
  /** The file that was checked: it is in no library, so there is nothing to be done with its pairs. */
  readonly checked: string | undefined;
  readonly data: ReviewData;
  readonly client: ServiceClient;
  readonly selection: Selection;
  readonly onChanged: () => Promise<void>;
}) {
  if (pair.a === checked || pair.b === checked) return null;
  const allowed = data.allowed.some((each) => keyOfPair(each) === keyOfPair(pair));
  const changing = { client, onChanged };
  return (
    <>
      <SelectBox pair={pair} selection={selection} />
      {data.mayWrite && !isOthers(pair.a) && !isOthers(pair.b) && (
        <AllowanceButton pair={pair} allowed={allowed} {...changing} />
      )}
      {data.mayWrite && repeat !== undefined && !isOthers(repeat) && (
        <FirstPublishForm key={repeat} id={repeat} data={data} {...changing} />
      )}
    </>
  );
}
