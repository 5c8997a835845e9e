import { Command } from "commander";
import { renderExemptionPage } from "../../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { addPlaceOption, type ExemptionPlace, exemptionsOf } from "./exemptions-of.js";

interface Options extends ExemptionPlace {
  readonly json?: boolean;
}

/** `samecut exempt list`. */
export function exemptListCommand(): Command {
  return addPlaceOption(new Command("list").description("show the exemptions, those taken back included"))
    .option("--json", "for programs")
    .action(runCommand(run));
}

async function run(session: Session, options: Options): Promise<ExitStatus> {
  const { all } = await exemptionsOf(options, session);
  if (options.json) session.print(`${JSON.stringify(all, undefined, 2)}\n`);
  else session.show(renderExemptionPage(all, session.terminal));
  return EXIT_STATUS.nothingSimilar;
}
