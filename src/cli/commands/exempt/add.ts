import { Command } from "commander";
import { type ExemptionRule, renderExemptionPage } from "../../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { addPlaceOption, type ExemptionPlace, exemptionsOf } from "./exemptions-of.js";

interface Options extends ExemptionPlace {
  readonly reason: string;
}

/** `samecut exempt customer`. */
export function exemptCustomerCommand(): Command {
  return adding("customer", "a customer's accounts may share creatives")
    .argument("<name>", "as the manifest names the customer")
    .action(
      runCommand((session, customer: string, options: Options) =>
        add(session, { kind: "customer", customer }, options),
      ),
    );
}

/** `samecut exempt accounts`. */
export function exemptAccountsCommand(): Command {
  return adding("accounts", "these accounts may share creatives")
    .argument("<account...>", "two or more")
    .action(
      runCommand((session, accounts: string[], options: Options) =>
        add(session, { kind: "accounts", accounts }, options),
      ),
    );
}

/** `samecut exempt takedown`. */
export function exemptTakedownCommand(): Command {
  return adding("takedown", "its account may upload again what risk control took down")
    .argument("<id>", "id of the creative that was taken down")
    .action(
      runCommand((session, creative: string, options: Options) =>
        add(session, { kind: "takedown", creative }, options),
      ),
    );
}

function adding(name: string, description: string): Command {
  return addPlaceOption(new Command(name).description(description)).requiredOption(
    "--reason <text>",
    "why, for later readers",
  );
}

async function add(session: Session, rule: ExemptionRule, options: Options): Promise<ExitStatus> {
  const list = await exemptionsOf(options, session, rule.kind === "takedown" ? rule.creative : undefined);
  session.show(renderExemptionPage([await list.add(rule, options.reason)], session.terminal));
  return EXIT_STATUS.nothingSimilar;
}
