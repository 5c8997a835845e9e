import PQueue from "p-queue";
import { startBar } from "../../samples/progress.js";

/** Judges files, so many at a time, and draws how far it is. Rejects with the first failure, or the signal's reason. */
export async function judgeEach(
  title: string,
  files: readonly string[],
  { jobs, signal }: { readonly jobs: number; readonly signal: AbortSignal },
  judge: (file: string) => Promise<void>,
): Promise<void> {
  const bar = startBar(title, files.length);
  const queue = new PQueue({ concurrency: jobs });
  try {
    await queue.addAll(
      files.map((file) => async () => {
        signal.throwIfAborted();
        await judge(file);
        bar.increment();
      }),
    );
  } finally {
    queue.clear();
    bar.stop();
  }
}
