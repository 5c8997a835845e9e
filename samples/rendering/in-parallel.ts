import PQueue from "p-queue";

/**
 * Runs tasks in order, `jobs` at a time, and returns their results in that order. When one rejects, no further
 * one is started, and the rejection is passed on when those under way have ended.
 */
export async function inParallel<T>(jobs: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const queue = new PQueue({ concurrency: jobs });
  try {
    return await queue.addAll(tasks);
  } catch (error) {
    queue.clear();
    await queue.onIdle();
    throw error;
  }
}
