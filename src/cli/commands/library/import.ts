import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import { ExemptionList, importLibrary, openLibrary, SamecutError } from "../../../index.js";
import { errorText } from "../../error-text.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { CLI_TEXTS } from "../../texts.js";
import { type LibraryOption, onLibrary } from "./on-library.js";

/** `samecut library import`. */
export function importCommand(): Command {
  return onLibrary("import", "add what samecut library export wrote; the library is created when missing")
    .argument("<file>", "what to read; - for stdin")
    .action(runCommand(run));
}

async function run(session: Session, file: string, options: LibraryOption): Promise<ExitStatus> {
  const { signal } = session;
  await using library = await openLibrary(options.library, { signal });
  const exemptions = await ExemptionList.load(options.library);
  const summary = await importLibrary(library, exemptions, linesOf(file), { signal });
  for (const { line, error } of summary.failed) {
    session.remark(`${file}:${line}: ${errorText(error, session.language, session.verbose)}`);
  }
  session.show(`${CLI_TEXTS[session.language].imported(summary)}\n`);
  return summary.failed.length > 0 ? EXIT_STATUS.error : EXIT_STATUS.nothingSimilar;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw new SamecutError(missing ? "FILE_NOT_FOUND" : "FILE_UNREADABLE", { path: file, cause });
  }
}
