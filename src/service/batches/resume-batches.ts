import { type Caller, isOwn } from "../access/caller.js";
import type { TokenTable } from "../access/token-table.js";
import type { ServiceContext } from "../service-context.js";
import type { BatchOrder } from "./batch.js";
import { runBatch } from "./run-batch.js";

/** Goes on with what was under way when the service ended, under the names of those who began it, with the rights these have by now. */
export async function resumeBatches(context: ServiceContext, tokens: TokenTable): Promise<void> {
  await context.batches.resume((order) => {
    const caller = tokens.callerNamed(order.owner);
    if (caller === undefined || !mayGoOn(caller, order)) return undefined;
    return (batch) => runBatch(batch, caller, context);
  });
}

function mayGoOn(caller: Caller, { items }: BatchOrder): boolean {
  return caller.scopes.has("write") && items.every(({ details }) => isOwn(caller, details));
}
