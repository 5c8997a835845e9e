import type { Command } from "commander";
import { ExemptionList, exportLibrary, openLibrary } from "../../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { writeTo } from "../../output.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { type LibraryOption, onLibrary } from "./on-library.js";

/** `samecut library export`. */
export function exportCommand(): Command {
  return onLibrary(
    "export",
    "write the library and its exemptions as JSON lines, for a backup or another machine",
  )
    .argument("<file>", "where to; - for stdout")
    .action(runCommand(run));
}

async function run(session: Session, file: string, options: LibraryOption): Promise<ExitStatus> {
  const { signal } = session;
  await using library = await openLibrary(options.library, { readOnly: true, signal });
  const exemptions = await ExemptionList.load(options.library);
  await writeTo(file, terminated(exportLibrary(library, exemptions, { signal })), session);
  return EXIT_STATUS.nothingSimilar;
}

async function* terminated(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
