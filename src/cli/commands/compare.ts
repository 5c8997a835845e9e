import { Command } from "commander";
import {
  type ComparedPair,
  compare,
  comparedFilmstrips,
  loadReportPage,
  renderPairHtml,
  renderPairPage,
  TOOL_VERSION,
} from "../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { checkTargets, type ReportTargets, takesStdout, writeTo } from "../output.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";

const AFTER_HELP = `
Tells, whatever the outcome: how similar, under which of the eight rules and how sure, what was done to the
picture, which seconds and which part of it match, and what to change so that b counts as original.

Examples:
  samecut compare delivered.mp4 new.mp4
  samecut compare delivered.mp4 new.mp4 --json -
  samecut compare delivered.mp4 new.mp4 --html pair.html

Exit status: 0 not similar, 1 similar (not only possibly), 2 an error.`;

/** `samecut compare`. */
export function compareCommand(): Command {
  return new Command("compare")
    .description("two creatives, explained")
    .argument("<a>", "the earlier creative")
    .argument("<b>", "the later creative")
    .option("--json <file>", "write the verdict as JSON; - for stdout")
    .option("--html <file>", "write a page with pictures, one file that needs no network; - for stdout")
    .addHelpText("after", AFTER_HELP)
    .action(runCommand(run));
}

async function run(
  session: Session,
  a: string,
  b: string,
  options: Omit<ReportTargets, "csv">,
): Promise<ExitStatus> {
  await checkTargets(options);
  const compared = await compare(a, b, { signal: session.signal });
  const { grade } = compared.verdict;
  if (options.json !== undefined) {
    const value = { schema: "samecut.comparison/1", ...compared };
    await writeTo(options.json, `${JSON.stringify(value, undefined, 2)}\n`, session);
  }
  if (options.html !== undefined) await writeTo(options.html, await htmlOf(compared, session), session);
  if (!takesStdout(options)) session.show(renderPairPage({ a, b }, compared.verdict, session.terminal));
  const similar = grade !== "distinct" && grade !== "possible";
  return similar ? EXIT_STATUS.somethingSimilar : EXIT_STATUS.nothingSimilar;
}

async function htmlOf(compared: ComparedPair, { language, signal }: Session): Promise<string> {
  const page = await loadReportPage();
  const filmstrips = await comparedFilmstrips(compared, { signal });
  const [a, b] = [compared.a, compared.b].map((side) => ({ ...side, path: side.path ?? side.id }));
  return renderPairHtml(
    { a, b, verdict: compared.verdict },
    { page, filmstrips, language, version: TOOL_VERSION },
  );
}
