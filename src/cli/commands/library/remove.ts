import type { Command } from "commander";
import { openLibrary, printable } from "../../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { CLI_TEXTS } from "../../texts.js";
import { type LibraryOption, onLibrary } from "./on-library.js";

/** `samecut library remove`. */
export function removeCommand(): Command {
  return onLibrary("remove", "forget creatives")
    .argument("<id...>", "ids, as samecut library list shows them")
    .action(runCommand(run));
}

async function run(session: Session, ids: string[], options: LibraryOption): Promise<ExitStatus> {
  const { signal } = session;
  await using library = await openLibrary(options.library, { signal });
  for (const id of ids) {
    await library.remove(id, { signal });
    session.show(`${CLI_TEXTS[session.language].removed(printable(id))}\n`);
  }
  return EXIT_STATUS.nothingSimilar;
}
