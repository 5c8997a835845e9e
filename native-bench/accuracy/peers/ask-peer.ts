import PQueue from "p-queue";
import { startBar } from "../../../samples/progress.js";
import type { Peer, PeerScores } from "./peer.js";
import type { FilePair } from "./sample-pairs.js";

/** The scores of a peer for pairs, in their order, undefined where it crashed. Rejects with the first pair that it cannot read. */
export async function askPeer(
  peer: Peer,
  pairs: readonly FilePair[],
  { jobs, signal }: { readonly jobs: number; readonly signal: AbortSignal },
): Promise<(PeerScores | undefined)[]> {
  const bar = startBar(peer.name, pairs.length);
  const queue = new PQueue({ concurrency: jobs });
  try {
    return await queue.addAll(
      pairs.map(({ a, b }) => async () => {
        signal.throwIfAborted();
        const scores = await peer.compare(a, b, signal);
        bar.increment();
        return scores;
      }),
    );
  } finally {
    queue.clear();
    bar.stop();
  }
}
