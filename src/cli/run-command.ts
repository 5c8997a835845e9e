import type { Command } from "commander";
import { errorText } from "./error-text.js";
import { EXIT_STATUS, type ExitStatus } from "./exit-status.js";
import { type GlobalOptions, Session } from "./session.js";

/**
 * The action of a command: gives it a session, and turns its outcome into the exit status: the one it returns, 2 with
 * a message for an error, 128 and the signal's number after Ctrl-C.
 */
export function runCommand<Arguments extends unknown[]>(
  work: (session: Session, ...given: Arguments) => Promise<ExitStatus>,
): (...given: [...Arguments, Command]) => Promise<void> {
  return async (...all) => {
    const command = all.at(-1) as Command;
    using session = new Session(command.optsWithGlobals<GlobalOptions>());
    try {
      process.exitCode = await work(session, ...(all.slice(0, -1) as Arguments));
    } catch (error) {
      if (session.interruptedStatus === undefined) {
        session.remark(errorText(error, session.language, session.verbose));
        process.exitCode = EXIT_STATUS.error;
      }
    }
    if (session.interruptedStatus !== undefined) process.exit(session.interruptedStatus);
  };
}
