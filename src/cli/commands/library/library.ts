import { Command } from "commander";
import { addCommand } from "./add.js";
import { exportCommand } from "./export.js";
import { importCommand } from "./import.js";
import { listCommand } from "./list.js";
import { rebuildCommand } from "./rebuild.js";
import { removeCommand } from "./remove.js";
import { verifyCommand } from "./verify.js";

const AFTER_HELP = `
A library is a folder that remembers creatives: what is needed to compare them, not the files themselves.
One process at a time may write to it, any number may read.

Examples:
  samecut library add delivered/ --library lib --manifest delivered.csv
  samecut library list --library lib
  samecut library export backup.jsonl --library lib`;

/** `samecut library` with its subcommands. */
export function libraryCommand(): Command {
  const library = new Command("library")
    .description("keep the creatives that were delivered")
    .addHelpText("after", AFTER_HELP);
  const commands = [
    addCommand(),
    removeCommand(),
    listCommand(),
    verifyCommand(),
    rebuildCommand(),
    exportCommand(),
    importCommand(),
  ];
  for (const command of commands) library.addCommand(command);
  return library;
}
