import type { Command } from "commander";
import { type Creative, openLibrary, renderCreativesPage } from "../../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../../exit-status.js";
import { runCommand } from "../../run-command.js";
import type { Session } from "../../session.js";
import { type LibraryOption, onLibrary } from "./on-library.js";

interface Options extends LibraryOption {
  readonly account?: string;
  readonly customer?: string;
  readonly label?: string;
  readonly json?: boolean;
}

/** `samecut library list`. */
export function listCommand(): Command {
  return onLibrary("list", "show the creatives")
    .option("--account <name>", "only those of this account")
    .option("--customer <name>", "only those of this customer")
    .option("--label <word>", "only those with this label")
    .option("--json", "a JSON object a line, for programs")
    .action(runCommand(run));
}

async function run(session: Session, { library: folder, json, ...asked }: Options): Promise<ExitStatus> {
  await using library = await openLibrary(folder, { readOnly: true, signal: session.signal });
  const creatives: Creative[] = [];
  const { account, customer, label } = asked;
  const scope = {
    ...(account === undefined ? {} : { account }),
    ...(customer === undefined ? {} : { customer }),
    ...(label === undefined ? {} : { label }),
  };
  for await (const creative of library.list(scope)) {
    session.signal.throwIfAborted();
    if (json) session.print(`${JSON.stringify(creative)}\n`);
    else creatives.push(creative);
  }
  if (!json) session.show(renderCreativesPage(creatives, session.terminal));
  return EXIT_STATUS.nothingSimilar;
}
