import { Command } from "commander";
import { disallowPair, openLibrary, printable } from "../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";
import { CLI_TEXTS } from "../texts.js";

/** `samecut disallow`. */
export function disallowCommand(): Command {
  return new Command("disallow")
    .description("take `samecut allow` back")
    .argument("<a>", "a file, or with --library an id")
    .argument("<b>", "another one")
    .option("--library <dir>", "a and b are ids in this library")
    .action(runCommand(run));
}

async function run(
  session: Session,
  a: string,
  b: string,
  options: { library?: string },
): Promise<ExitStatus> {
  const texts = CLI_TEXTS[session.language];
  const taken = await disallow(a, b, options.library, session.signal);
  session.show(`${(taken ? texts.disallowed : texts.notAllowed)(printable(a), printable(b))}\n`);
  return EXIT_STATUS.nothingSimilar;
}

async function disallow(
  a: string,
  b: string,
  folder: string | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  if (folder === undefined) return await disallowPair(a, b);
  await using library = await openLibrary(folder, { signal });
  return await library.disallow(a, b);
}
