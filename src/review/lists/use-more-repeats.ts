import { useEffect, useState } from "preact/hooks";
import type { ReviewGroup } from "../../report/html/review-data.js";
import type { ListState } from "./list-state.js";

/** Repeats of a group brought at a time. */
const PAGE = 20;

/** The repeats of a group that came with it, and those that were asked for since. */
export function useMoreRepeats(group: ReviewGroup, { client, known, filter }: ListState) {
  const [others, setOthers] = useState<ReviewGroup["repeats"]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // A group that has come anew brings its own.
  useEffect(() => setOthers([]), [group]);
  const repeats = [...group.repeats, ...others];
  const more = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const query = { ...filter, from: repeats.length, count: PAGE, of: group.first };
      const { items, creatives } = await client.call("GET /v1/review/groups", { query });
      const brought = items.flatMap((each) => each.repeats);
      known.learn({ creatives, pairs: brought.map(({ pair }) => pair) });
      setOthers([...others, ...brought]);
    } catch (reason) {
      setError(reason);
    }
    setBusy(false);
  };
  return { repeats, busy, error, more: () => void more(), pageSize: PAGE };
}
