import { Command } from "commander";
import { renderDiagnosis } from "../diagnosis/diagnosis.js";
import { examine } from "../diagnosis/examine.js";
import { DIAGNOSIS_TEXTS } from "../diagnosis/texts.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";

/** `samecut doctor`. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("what is found on this machine, and what to do about what is missing")
    .addHelpText("after", "\nExit status: 0 everything works, 2 something is missing.")
    .action(runCommand(run));
}

async function run(session: Session): Promise<ExitStatus> {
  const findings = await examine(session.signal, DIAGNOSIS_TEXTS[session.language]);
  session.show(renderDiagnosis(findings, session));
  return findings.every(({ error }) => error === undefined) ? EXIT_STATUS.nothingSimilar : EXIT_STATUS.error;
}
