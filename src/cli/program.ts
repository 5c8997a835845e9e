import { Command, Option } from "commander";
import { LANGUAGES, TOOL_VERSION } from "../index.js";
import { accountCommand } from "./commands/account.js";
import { allowCommand } from "./commands/allow.js";
import { checkCommand } from "./commands/check.js";
import { compareCommand } from "./commands/compare.js";
import { disallowCommand } from "./commands/disallow.js";
import { doctorCommand } from "./commands/doctor.js";
import { exemptCommand } from "./commands/exempt/exempt.js";
import { libraryCommand } from "./commands/library/library.js";
import { nearestCommand } from "./commands/nearest.js";
import { reviewCommand } from "./commands/review.js";
import { scanCommand } from "./commands/scan.js";
import { serveCommand } from "./commands/serve.js";
import { statusCommand } from "./commands/status.js";

const AFTER_HELP = `
Examples:
  samecut scan ads/                        which creatives in this folder repeat each other, and why
  samecut scan ads/ --json report.json     the same, also as a file for programs
  samecut compare old.mp4 new.mp4          two creatives, explained
  samecut library add ads/ --library lib   remember delivered creatives …
  samecut check new.mp4 --library lib      … and ask before an upload
  samecut review lib --root ads --open     look through it in the browser
  samecut account --library lib            how much of it is similar, what that costs, what to do
  samecut doctor                           is everything here that samecut needs?

Exit status: 0 nothing similar, 1 something similar (also where files could not be read), 2 an error.
Environment: SAMECUT_FFMPEG, SAMECUT_CACHE_DIR, SAMECUT_DATA_DIR, NO_COLOR, LANG.`;

/** The command line with all its commands. */
export function buildProgram(): Command {
  const program = new Command("samecut")
    .description(
      "Finds near-duplicate ad creatives before the upload, and says why they would be judged similar.",
    )
    .version(TOOL_VERSION)
    .addOption(
      new Option("--lang <language>", "language of tables and messages (default: from LANG)").choices(
        LANGUAGES,
      ),
    )
    .option("--quiet", "no progress and no tables: errors, report files and the exit status only")
    .option("--verbose", "every file and every pair; with errors, where they came from")
    .addHelpText("after", AFTER_HELP)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(samecut --help shows how)")
    .exitOverride();
  const commands = [
    scanCommand(),
    checkCommand(),
    compareCommand(),
    nearestCommand(),
    libraryCommand(),
    accountCommand(),
    allowCommand(),
    disallowCommand(),
    exemptCommand(),
    reviewCommand(),
    serveCommand(),
    statusCommand(),
    doctorCommand(),
  ];
  for (const command of commands) program.addCommand(inherit(command, program));
  return program;
}

/** Commands made on their own do not take over the settings of their parent by themselves. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(child, command);
  return command;
}
