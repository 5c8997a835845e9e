import { Command } from "commander";
import {
  type AccountViewOptions,
  ExemptionList,
  loadAccountSettings,
  renderScanPage,
  type ScanOptions,
  scan,
} from "../../index.js";
import type { ExitStatus } from "../exit-status.js";
import { follow } from "../follow.js";
import { positiveInteger, share, since, wholeNumber } from "../option-values.js";
import { addReportOptions, checkTargets, type ReportTargets, takesStdout, writeReports } from "../output.js";
import { statusOfReport } from "../report-status.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";

interface Options extends ReportTargets {
  readonly library?: string;
  readonly manifest?: string;
  readonly settings?: string;
  readonly since?: Date;
  readonly sample?: number;
  readonly seed: number;
  readonly threshold?: number;
  readonly jobs?: number;
}

const AFTER_HELP = `
Files are known again by their content: a second scan decodes only what is new, and a scan that was
interrupted continues where it stopped. One unreadable file never ends a scan; it is listed with what to do.

The manifest says what is known of the creatives: CSV with a head (path,id,account,customer,uploadedAt) or
JSON lines with these names; only path is required. In a group the earliest upload is the original; without
dates, the first by name. Where it names accounts, the report has their level and share, seen from the latest upload
and for what was looked at (samecut account --help tells it of a library).

For an audit, --since looks back a span, and --sample draws a part by lot: the report says what was looked at.

Examples:
  samecut scan ads/ more-ads/clip.mp4
  samecut scan ads/ --html report.html         the pairs in pictures, in one file
  samecut scan ads/ --json report.json --csv report.csv
  samecut scan ads/ --json - | jq '.groups'
  samecut scan ads/ --library delivered/       against earlier creatives too, and remember these
  samecut scan --manifest posts.csv            the files that a list names, by their place beside it
  samecut scan --manifest posts.csv --since 180d --sample 30% --seed 7 --library delivered/
                                               a random check of half a year, the same files for the same seed

Exit status: 0 nothing similar, 1 something similar (not only possibly), 2 an error, or nothing similar but
files, folders or links to them that could not be read.`;

/** `samecut scan`. */
export function scanCommand(): Command {
  return addReportOptions(new Command("scan"))
    .description("find the near-duplicates in folders of creatives")
    .argument("[folder...]", "folders (with all below them) or single files; none: what the manifest lists")
    .option("--library <dir>", "compare with this library's creatives too, and add the scanned ones")
    .option("--manifest <file>", "ids, accounts, customers and upload times of the creatives")
    .option("--settings <file>", "weights, breaks and windows of the account figures (docs/ACCOUNT.md)")
    .option("--since <span>", "leave out creatives uploaded earlier, e.g. 180d or 2026-05-01", since)
    .option("--sample <share>", "look at a random part of the files only, e.g. 30%", share)
    .option("--seed <n>", "which random part", wholeNumber, 1)
    .option(
      "--threshold <share>",
      "least similarity of a listed pair, 0.45 (default) to 1; possible pairs stay",
      share,
    )
    .option(
      "--jobs <n>",
      "files read and pairs compared at the same time (default: all cores)",
      positiveInteger,
    )
    .addHelpText("after", AFTER_HELP)
    .action(runCommand(run));
}

async function run(session: Session, folders: string[], options: Options): Promise<ExitStatus> {
  await checkTargets(options);
  const settled = scanOptions(options, await accountOptions(options), session.signal);
  const finding = await follow(scan(folders, settled), session);
  const { report } = finding;
  await writeReports(finding, options, session);
  if (!takesStdout(options))
    session.show(renderScanPage(report, session.terminal, { allPairs: session.verbose }));
  return statusOfReport(report);
}

async function accountOptions({ library, settings }: Options): Promise<AccountViewOptions> {
  const { all: exemptions } = await ExemptionList.load(library);
  return { exemptions, ...(settings === undefined ? {} : { settings: await loadAccountSettings(settings) }) };
}

function scanOptions(options: Options, accounts: AccountViewOptions, signal: AbortSignal): ScanOptions {
  const { sample, seed, library, manifest, since: from, threshold, jobs, html } = options;
  return {
    signal,
    accounts,
    filmstrips: html !== undefined,
    ...(library === undefined ? {} : { library }),
    ...(manifest === undefined ? {} : { manifest }),
    ...(from === undefined ? {} : { since: from }),
    ...(sample === undefined ? {} : { sample: { share: sample, seed } }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(jobs === undefined ? {} : { jobs }),
  };
}
