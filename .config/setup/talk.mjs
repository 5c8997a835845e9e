/** What the set-up says, on stderr: stdout belongs to the command that follows it. */

/** A set-up that cannot go on; the message says what to do. */
export class SetupError extends Error {
  /** @override */
  name = "SetupError";
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`[setup] ${line}\n`);
}
