import { Command } from "commander";

/** The options every library command has. */
export interface LibraryOption {
  readonly library: string;
}

/** A subcommand of `samecut library`, with the option that says which one. */
export function onLibrary(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption("--library <dir>", "folder of the library");
}
