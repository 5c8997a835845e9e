import type { Command } from "commander";
import { openLibrary, printable } from "../../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { CLI_TEXTS } from "../../texts.js";
import { type LibraryOption, onLibrary } from "./on-library.js";

/** `samecut library verify`. */
export function verifyCommand(): Command {
  return onLibrary("verify", "look for damage in everything that is stored")
    .addHelpText("after", "\nExit status: 0 all is well, 2 damage was found.")
    .action(runCommand(run));
}

async function run(session: Session, options: LibraryOption): Promise<ExitStatus> {
  await using library = await openLibrary(options.library, { readOnly: true, signal: session.signal });
  const problems = await library.verify({ signal: session.signal });
  for (const { part, creative, detail } of problems) {
    session.print(
      `${part}${creative === undefined ? "" : ` ${printable(creative)}`}: ${printable(detail)}\n`,
    );
  }
  if (problems.length > 0) return EXIT_STATUS.error;
  session.show(`${CLI_TEXTS[session.language].sound}\n`);
  return EXIT_STATUS.nothingSimilar;
}
