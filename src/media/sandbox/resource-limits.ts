const SHELL = "/bin/sh";

/** No core dumps (they hold other people's videos), no bytes written to any file, so much address space and no more. */
const SCRIPT = 'ulimit -c 0 && ulimit -f 0 && ulimit -v "$1" && shift && exec "$@"';

/**
 * The words of a command before those that are to be limited. The shell replaces itself: signals reach what it starts. Pure.
 *
 * @param memoryLimitBytes most address space
 */
export function wordsOfLimits(memoryLimitBytes: number): string[] {
  return [SHELL, "-c", SCRIPT, "samecut", String(Math.floor(memoryLimitBytes / 1024))];
}
