import { setImmediate as nextTurn } from "node:timers/promises";

/** How many child processes of this one have not ended yet, as Node counts them. */
export async function liveChildren(): Promise<number> {
  // Node lets go of one that has ended within two turns of its loop.
  for (let turn = 0; turn < 2; turn++) await nextTurn();
  return process.getActiveResourcesInfo().filter((kind) => kind === "ProcessWrap").length;
}
