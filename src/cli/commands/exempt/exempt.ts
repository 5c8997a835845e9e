import { Command } from "commander";
import { exemptAccountsCommand, exemptCustomerCommand, exemptTakedownCommand } from "./add.js";
import { exemptListCommand } from "./list.js";
import { exemptUndoCommand } from "./undo.js";

const AFTER_HELP = `
An exemption is a rule by which likeness does not count in the account view. It has a reason and a date, is listed with
what it exempts, and can be taken back. Reports still show the pairs themselves; for two creatives that are no match at
all there is samecut allow.

With --library it is remembered in the library, else for scans without one.

Examples:
  samecut exempt customer "Acme Ltd" --library lib --reason "two agencies, one customer"
  samecut exempt accounts 4711 8000 --library lib --reason "one customer, agreed by mail"
  samecut exempt takedown summer-7 --library lib --reason "taken down by mistake, restored"
  samecut exempt list --library lib
  samecut exempt undo e2 --library lib`;

/** `samecut exempt` with its subcommands. */
export function exemptCommand(): Command {
  const exempt = new Command("exempt")
    .description("rules by which likeness does not count: one customer, a takedown")
    .addHelpText("after", AFTER_HELP);
  const commands = [
    exemptCustomerCommand(),
    exemptAccountsCommand(),
    exemptTakedownCommand(),
    exemptListCommand(),
    exemptUndoCommand(),
  ];
  for (const command of commands) exempt.addCommand(command);
  return exempt;
}
