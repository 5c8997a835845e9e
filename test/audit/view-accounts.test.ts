import { describe, expect, it } from "vitest";
import { LoopWatch } from "../../native-bench/measuring/loop-watch.js";
import type { DeliveredCreative, SimilarPair } from "../../src/account/delivered.js";
import { viewAccounts } from "../../src/audit/view-accounts.js";
import { AS_OF, alike, delivered } from "../account/delivered-creatives.js";

/** What README promises, milliseconds. */
const MOST_HELD_MS = 10;

const CREATIVES = 15_000;

/** Of each creative with the next ones. */
const PAIRS_EACH = 3;

/** All of one account, so that nothing can hide in the pauses between accounts. */
function ofOneAccount(): [DeliveredCreative[], SimilarPair[]] {
  const creatives = Array.from({ length: CREATIVES }, (_, place) =>
    delivered(`c${place}`, "4711", 6 - (place % 6)),
  );
  const pairs = creatives.flatMap(({ id }, place) =>
    Array.from({ length: PAIRS_EACH }, (_, next) => alike(id, `c${place + next + 1}`)),
  );
  return [creatives, pairs];
}

describe("viewAccounts", () => {
  it.runIf(process.platform === "linux")("leaves the event loop to others", async () => {
    const [creatives, pairs] = ofOneAccount();
    await viewAccounts(creatives.slice(0, 1_000), pairs.slice(0, 1_000));
    const watch = new LoopWatch();
    const { accounts } = await viewAccounts(creatives, pairs, { asOf: AS_OF });
    const { worked } = watch.end();
    expect(accounts[0]).toMatchObject({ recent: { creatives: CREATIVES, ownDuplicates: CREATIVES - 1 } });
    // Twice as much: collecting the garbage of all that is told takes some milliseconds.
    expect(worked.most).toBeLessThan(2 * MOST_HELD_MS);
  });

  it("ends when it is aborted, however much there is", async () => {
    const [creatives, pairs] = ofOneAccount();
    const controller = new AbortController();
    const view = viewAccounts(creatives, pairs, { signal: controller.signal });
    setImmediate(() => controller.abort(new Error("enough")));
    await expect(view).rejects.toThrow("enough");
  });
});
