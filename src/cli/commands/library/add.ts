import type { Command } from "commander";
import { addFiles, renderAddedPage } from "../../../index.js";
import type { ExitStatus } from "../../exit-status.js";
import { follow } from "../../follow.js";
import { positiveInteger } from "../../option-values.js";
import { statusOfAddition } from "../../report-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { type LibraryOption, onLibrary } from "./on-library.js";

interface Options extends LibraryOption {
  readonly manifest?: string;
  readonly jobs?: number;
}

/** `samecut library add`. */
export function addCommand(): Command {
  return onLibrary("add", "remember creatives; the library is created when missing")
    .argument("<folder...>", "folders (with all below them) or single files")
    .option("--manifest <file>", "ids, accounts and upload times of the creatives (see samecut scan --help)")
    .option("--jobs <n>", "files read at the same time (default: all cores)", positiveInteger)
    .addHelpText(
      "after",
      `
The id of a creative is the manifest's, else its path in the folder; where that was another content's, with the first
digits of its own behind it, such as 001.mp4@1a2b3c4d, unless the library has the same file under another id
and no other account, customer or upload time. Of several folders the path has the folder's name before it, or as
much of its path as tells it from others of that name: may/videos/001.mp4.
What is there already stays as it is.

Exit status: 0 all is in the library, 2 an error, or something that could not be read, or whose id from the manifest
is another content's.`,
    )
    .action(runCommand(run));
}

async function run(
  session: Session,
  folders: string[],
  { library, manifest, jobs }: Options,
): Promise<ExitStatus> {
  const events = addFiles(folders, {
    library,
    signal: session.signal,
    ...(manifest === undefined ? {} : { manifest }),
    ...(jobs === undefined ? {} : { jobs }),
  });
  const { report } = await follow(events, session);
  session.show(renderAddedPage(report, session.terminal));
  return statusOfAddition(report);
}
