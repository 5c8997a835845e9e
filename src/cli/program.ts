import { Command, Option } from "commander";
import { LANGUAGES, TOOL_VERSION } from "../index.js";
import { argumentError } from "./argument-errors.js";
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
import { chosenLanguage } from "./language.js";
import type { GlobalOptions } from "./session.js";

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

Exit status of scan, check, compare and account:
  0    nothing similar; pairs that are only possibly similar do not count
  1    something similar, also where other files could not be read
  2    an error; or nothing similar, but a file, a folder or a link to one could not be read
Of the other commands:
  0    done: what was asked for is in the library, is well, is here
  2    an error; or something was not added (library add, library import), is damaged (library verify) or
       is missing (doctor)
Ended by a signal: 128 and its number, 130 for Ctrl-C; serve and review, which are to be ended so, 0.

Environment: SAMECUT_FFMPEG, SAMECUT_CACHE_DIR, SAMECUT_DATA_DIR, NO_COLOR, LANG.`;

/** The command line with all its commands. */
export function buildProgram(): Command {
  const program: Command = new Command("samecut")
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
    .configureOutput({
      writeErr: (text) => {
        const { lang } = program.opts<GlobalOptions>();
        process.stderr.write(argumentError(text, chosenLanguage(lang)));
      },
    })
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
