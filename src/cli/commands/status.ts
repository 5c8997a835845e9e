import { Command } from "commander";
import { explainStatus, renderStatusPage } from "../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";

interface Options {
  readonly json?: boolean;
}

const AFTER_HELP = `
The status column of the platform's ad list shows a delivery status (投放状态), sometimes a notice (阻断文案) and sometimes
review advice (审核建议). Together they say whether an ad is delivered and whether its traffic is held back.

Examples:
  samecut status                       every line of the manual's table
  samecut status 素材待优化            what a notice means, and what to do
  samecut status 投放中 审核建议       the lines that show both

Exit status: 0, or 2 for a word that is in no column.`;

/** `samecut status`. */
export function statusCommand(): Command {
  return new Command("status")
    .description("what the words in the platform's ad list mean, and what to do about them")
    .argument("[words...]", "words as the ad list shows them; none: all of its lines")
    .option("--json", "for programs")
    .addHelpText("after", AFTER_HELP)
    .action(runCommand(run));
}

async function run(session: Session, words: readonly string[], options: Options): Promise<ExitStatus> {
  const explanation = explainStatus(words, session.language);
  if (options.json) session.print(`${JSON.stringify(explanation, undefined, 2)}\n`);
  else session.show(renderStatusPage(explanation, session.terminal));
  return EXIT_STATUS.nothingSimilar;
}
