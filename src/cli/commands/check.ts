import { Command } from "commander";
import { checkFiles, renderScanPage } from "../../index.js";
import type { ExitStatus } from "../exit-status.js";
import { follow } from "../follow.js";
import { positiveInteger, share, since } from "../option-values.js";
import { addReportOptions, checkTargets, type ReportTargets, takesStdout, writeReports } from "../output.js";
import { statusOfReport } from "../report-status.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";

interface Options extends ReportTargets {
  readonly library: string;
  readonly since?: Date;
  readonly threshold?: number;
  readonly jobs?: number;
}

const AFTER_HELP = `
Nothing is added to the library. To compare new files with each other as well, use samecut scan --library.

Examples:
  samecut check new.mp4 --library delivered/
  samecut check new/*.mp4 --library delivered/ --since 180d --json -

Exit status: 0 nothing similar, 1 something similar (not only possibly), 2 an error, or nothing similar but
files, folders or links to them that could not be read.`;

/** `samecut check`. */
export function checkCommand(): Command {
  return addReportOptions(new Command("check"))
    .description("is a new creative similar to one in the library?")
    .argument("<file...>", "new videos or images, or folders of them")
    .requiredOption("--library <dir>", "the earlier creatives")
    .option("--since <span>", "leave out creatives published earlier, e.g. 180d or 2026-05-01", since)
    .option(
      "--threshold <share>",
      "least similarity of a listed pair, 0.45 (default) to 1; possible pairs stay",
      share,
    )
    .option("--jobs <n>", "files read at the same time (default: all cores)", positiveInteger)
    .addHelpText("after", AFTER_HELP)
    .action(runCommand(run));
}

async function run(session: Session, files: string[], options: Options): Promise<ExitStatus> {
  await checkTargets(options);
  const { library, since: from, threshold, jobs } = options;
  const events = checkFiles(files, {
    library,
    signal: session.signal,
    filmstrips: options.html !== undefined,
    ...(from === undefined ? {} : { since: from }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(jobs === undefined ? {} : { jobs }),
  });
  const finding = await follow(events, session);
  const { report } = finding;
  await writeReports(finding, options, session);
  if (!takesStdout(options))
    session.show(renderScanPage(report, session.terminal, { allPairs: session.verbose }));
  return statusOfReport(report);
}
