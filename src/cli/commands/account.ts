import { Command } from "commander";
import {
  type AccountView,
  ExemptionList,
  loadAccountSettings,
  openLibrary,
  renderAccountCsv,
  renderAccountJson,
  renderAccountPage,
  SamecutError,
  TOOL_VERSION,
  textsOf,
  viewLibraryAccounts,
} from "../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { moment } from "../option-values.js";
import { checkTargets, needsByteOrderMark, type ReportTargets, takesStdout, writeTo } from "../output.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";

interface Options extends Omit<ReportTargets, "html"> {
  readonly library: string;
  readonly settings?: string;
  readonly asOf?: Date;
}

const AFTER_HELP = `
The level of an account follows from the share of its creatives of the last 7 days that are similar to one delivered in
the 180 days before them: from 10% on fair, 30% serious, 50% severe, 80% very severe. From serious on its similar
creatives are held back, never its original ones. Whose a creative is, and when it was uploaded, the manifest says with
which it was added to the library. Creatives that are fine are exempted (samecut exempt --help, samecut allow --help).

Weights, breaks and windows are settings, all with defaults (docs/ACCOUNT.md): --settings file.json changes some.

Examples:
  samecut library add delivered/ --library lib --manifest delivered.csv
  samecut account --library lib                          every account, the worst first
  samecut account 4711 --library lib --csv held-back.csv
  samecut account --library lib --as-of 2026-11-01       as it was on that day

Exit status: 0 no new creative is similar, 1 some are, 2 an error.`;

/** `samecut account`. */
export function accountCommand(): Command {
  return new Command("account")
    .description("the level of an account, what is held back, and what to do")
    .argument("[account]", "one account; none: all of them")
    .requiredOption("--library <dir>", "the delivered creatives")
    .option("--settings <file>", "weights, breaks and windows as JSON")
    .option("--as-of <date>", "the moment it is told for (default: now)", moment)
    .option("--json <file>", "write the figures as JSON; - for stdout")
    .option("--csv <file>", "write the similar creatives as CSV; - for stdout")
    .addHelpText("after", AFTER_HELP)
    .action(runCommand(run));
}

async function run(session: Session, account: string | undefined, options: Options): Promise<ExitStatus> {
  await checkTargets(options);
  const view = await viewOf(session, account, options);
  if (options.json !== undefined) await writeTo(options.json, renderAccountJson(view, TOOL_VERSION), session);
  if (options.csv !== undefined) {
    const byteOrderMark = needsByteOrderMark(options.csv, session);
    const csv = renderAccountCsv(view, textsOf(session.language), { byteOrderMark });
    await writeTo(options.csv, csv, session);
  }
  if (!takesStdout(options))
    session.show(renderAccountPage(view, session.terminal, { everything: session.verbose }));
  const similar = view.accounts.some(({ recent }) => recent.creatives > recent.original);
  return similar ? EXIT_STATUS.somethingSimilar : EXIT_STATUS.nothingSimilar;
}

async function viewOf(
  { signal }: Session,
  account: string | undefined,
  { library: folder, settings, asOf }: Options,
): Promise<AccountView> {
  await using library = await openLibrary(folder, { readOnly: true, signal });
  const exemptions = (await ExemptionList.load(folder)).all;
  const view = await viewLibraryAccounts(library, {
    exemptions,
    signal,
    ...(settings === undefined ? {} : { settings: await loadAccountSettings(settings) }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (account === undefined) return view;
  const accounts = view.accounts.filter((each) => each.account === account);
  if (accounts.length === 0) throw new SamecutError("ACCOUNT_NOT_FOUND", { detail: account });
  return { ...view, accounts };
}
