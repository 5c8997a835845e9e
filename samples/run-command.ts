import type { Command } from "commander";
import { reportAndExit } from "./progress.js";

/** Runs a command line to its end; what goes wrong ends the process as {@link reportAndExit} tells. */
export async function runCommand(command: Command, signal: AbortSignal): Promise<void> {
  try {
    await command.parseAsync();
  } catch (error) {
    reportAndExit(error, signal);
  }
}
