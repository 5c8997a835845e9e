/** Something that can be killed at once, without waiting. */
export interface Killable {
  /** Sends the signal; harmless when it has ended. */
  kill(signal: NodeJS.Signals): unknown;
}

const live = new Set<Killable>();

/**
 * Remembers a child process until it is released, so that none outlives this process: what is still there when
 * the process exits is killed.
 *
 * @returns the release
 */
export function guardChild(child: Killable): () => void {
  if (live.size === 0) process.once("exit", killAll);
  live.add(child);
  return () => {
    live.delete(child);
    if (live.size === 0) process.off("exit", killAll);
  };
}

function killAll(): void {
  for (const child of live) child.kill("SIGKILL");
}
