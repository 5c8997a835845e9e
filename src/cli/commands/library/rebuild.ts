import type { Command } from "commander";
import { openLibrary } from "../../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { CLI_TEXTS } from "../../texts.js";
import { type LibraryOption, onLibrary } from "./on-library.js";

/** `samecut library rebuild`. */
export function rebuildCommand(): Command {
  return onLibrary("rebuild", "make the search index anew from what is stored").action(runCommand(run));
}

async function run(session: Session, options: LibraryOption): Promise<ExitStatus> {
  await using library = await openLibrary(options.library, { signal: session.signal });
  await library.rebuild({ signal: session.signal });
  session.show(`${CLI_TEXTS[session.language].rebuilt}\n`);
  return EXIT_STATUS.nothingSimilar;
}
