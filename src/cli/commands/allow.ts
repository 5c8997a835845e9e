import { Command } from "commander";
import { allowPair, openLibrary, printable } from "../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";
import { CLI_TEXTS } from "../texts.js";

interface Options {
  readonly library?: string;
  readonly reason?: string;
}

const AFTER_HELP = `
For pairs that are fine: the same customer through several agencies, a re-upload after a takedown, two
creatives that samecut takes for one. Files are remembered by content, so moving them changes nothing.

Examples:
  samecut allow old.mp4 new.mp4 --reason "same customer, two agencies"
  samecut allow ad-17 ad-23 --library delivered/       ids in a library
  samecut disallow old.mp4 new.mp4                     takes it back`;

/** `samecut allow`. */
export function allowCommand(): Command {
  return new Command("allow")
    .description("remember that two creatives are not a match")
    .argument("<a>", "a file, or with --library an id")
    .argument("<b>", "another one")
    .option("--library <dir>", "a and b are ids in this library")
    .option("--reason <text>", "why, for later readers")
    .addHelpText("after", AFTER_HELP)
    .action(runCommand(run));
}

async function run(session: Session, a: string, b: string, options: Options): Promise<ExitStatus> {
  if (options.library === undefined) await allowPair(a, b, options.reason);
  else {
    await using library = await openLibrary(options.library, { signal: session.signal });
    await library.allow(a, b, options.reason);
  }
  session.show(`${CLI_TEXTS[session.language].allowed(printable(a), printable(b))}\n`);
  return EXIT_STATUS.nothingSimilar;
}
