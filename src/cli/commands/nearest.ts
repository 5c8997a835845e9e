import { Command } from "commander";
import { openLibrary, renderNearestPage } from "../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { positiveInteger } from "../option-values.js";
import { writeTo } from "../output.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";

interface Options {
  readonly library: string;
  readonly k: number;
  readonly json?: string;
}

/** `samecut nearest`. */
export function nearestCommand(): Command {
  return new Command("nearest")
    .description("the library's creatives closest to a file, also below the threshold")
    .argument("<file>", "a video or an image")
    .requiredOption("--library <dir>", "where to look")
    .option("-k <n>", "how many", positiveInteger, 10)
    .option("--json <file>", "write them as JSON; - for stdout")
    .addHelpText(
      "after",
      "\nExample:\n  samecut nearest new.mp4 --library delivered/ -k 5\n\nExit status: 0, or 2 for an error: near is not similar.",
    )
    .action(runCommand(run));
}

async function run(session: Session, file: string, options: Options): Promise<ExitStatus> {
  await using library = await openLibrary(options.library, { readOnly: true, signal: session.signal });
  const nearest = await library.nearest(file, { k: options.k, signal: session.signal });
  if (options.json !== undefined) {
    const value = { schema: "samecut.nearest/1", file, nearest };
    await writeTo(options.json, `${JSON.stringify(value, undefined, 2)}\n`, session);
  }
  if (options.json !== "-") {
    const rows = nearest.map(({ creative, verdict }) => ({ name: creative.path ?? creative.id, verdict }));
    session.show(renderNearestPage(rows, session.terminal));
  }
  return EXIT_STATUS.nothingSimilar;
}
