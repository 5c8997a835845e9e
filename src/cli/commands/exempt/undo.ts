import { Command } from "commander";
import { renderExemptionPage } from "../../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { addPlaceOption, type ExemptionPlace, exemptionsOf } from "./exemptions-of.js";

/** `samecut exempt undo`. */
export function exemptUndoCommand(): Command {
  return addPlaceOption(new Command("undo").description("take an exemption back; it stays listed"))
    .argument("<exemption>", "its id, as samecut exempt list shows it")
    .action(runCommand(run));
}

async function run(session: Session, id: string, options: ExemptionPlace): Promise<ExitStatus> {
  const list = await exemptionsOf(options, session);
  session.show(renderExemptionPage([await list.undo(id)], session.terminal));
  return EXIT_STATUS.nothingSimilar;
}
