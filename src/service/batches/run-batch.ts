import { availableParallelism } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import PQueue from "p-queue";
import { type InputOptions, type MatchedCreatives, SamecutError, scopeOfRange } from "../../index.js";
import { type Caller, isOwn, requireOwn } from "../access/caller.js";
import type { ServiceContext } from "../service-context.js";
import type { Batch, BatchItem, ItemResult } from "./batch.js";

/** Milliseconds until a call that found the library busy is made again. */
const BUSY_PAUSE_MILLISECONDS = 250;

/**
 * Goes through a batch, behind all uploads, without the items that were done before. An item that fails costs itself only; cancelling
 * and suspending end it in the middle, and nothing of it runs any more when this resolves. Never rejects.
 */
export async function runBatch(batch: Batch, caller: Caller, context: ServiceContext): Promise<void> {
  const queue = new PQueue({ concurrency: availableParallelism() });
  const done = new Set(batch.results.map(({ index }) => index));
  const left = batch.order.items
    .map((item, index) => ({ item, index }))
    .filter(({ index }) => !done.has(index));
  // The queue is not told of an end in the middle: it would not wait for the items that have begun.
  const work = left.map(({ item, index }) =>
    queue.add(async () => {
      if (batch.signal.aborted) return;
      const result = await judge(item, batch, caller, context);
      if (!batch.signal.aborted) batch.note({ index, path: item.path, ...result });
    }),
  );
  await Promise.allSettled(work);
}

type Judgement = Omit<ItemResult, "index" | "path">;

async function judge(
  item: BatchItem,
  batch: Batch,
  caller: Caller,
  context: ServiceContext,
): Promise<Judgement> {
  for (;;) {
    try {
      const judgement = await judgeOnce(item, batch, caller, context);
      context.metrics.judged(judgement.outcome);
      return judgement;
    } catch (error) {
      const code = error instanceof SamecutError ? error.code : "UNEXPECTED";
      if (code !== "LIBRARY_BUSY" || batch.signal.aborted) return { outcome: "failed", error: code };
      await delay(BUSY_PAUSE_MILLISECONDS);
    }
  }
}

async function judgeOnce(
  { path, details }: BatchItem,
  { order: { action, rule }, signal }: Batch,
  caller: Caller,
  { library, roots, settings: { limits } }: ServiceContext,
): Promise<Judgement> {
  const { absolutePath } = await roots.find(path, limits.uploadBytes);
  const options: InputOptions = {
    signal,
    priority: "batch",
    timeLimitSeconds: limits.callSeconds,
    durationLimitSeconds: limits.durationSeconds,
    pixelLimit: limits.pixels,
  };
  const given = { ...options, ...details };
  if (action === "check") {
    const scope = scopeOfRange(rule, details, details.uploadedAt ?? new Date());
    const found = await library.check(absolutePath, { ...options, scope });
    return { outcome: found.matches.length > 0 ? "matched" : "unmatched", ...mostAlike(found, caller) };
  }
  if (action === "add") {
    const { added, creative, ...found } = await library.add(absolutePath, given);
    requireOwn(caller, creative);
    return { outcome: added ? "added" : "present", id: creative.id, ...mostAlike(found, caller) };
  }
  const { outcome, creative, ...found } = await library.checkAndAdd(absolutePath, {
    ...given,
    ...rule,
    id: details.id ?? path,
  });
  requireOwn(caller, creative);
  return { outcome, ...(outcome === "refused" ? {} : { id: creative.id }), ...mostAlike(found, caller) };
}

function mostAlike({ matches }: MatchedCreatives, caller: Caller): Pick<ItemResult, "mostAlike"> {
  const [first] = matches;
  if (first === undefined) return {};
  const { similarity, grade } = first.verdict;
  const id = isOwn(caller, first.creative) ? { id: first.creative.id } : {};
  return { mostAlike: { similarity, grade, ...id } };
}
