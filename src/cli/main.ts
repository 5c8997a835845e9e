#!/usr/bin/env node
import { CommanderError } from "commander";
import { tolerateBrokenPipes } from "./broken-pipe.js";
import { EXIT_STATUS } from "./exit-status.js";
import { buildProgram } from "./program.js";

tolerateBrokenPipes([process.stdout, process.stderr]);
try {
  await buildProgram().parseAsync();
} catch (error) {
  // commander has printed the message; asking for help or the version is no error.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT_STATUS.nothingSimilar : EXIT_STATUS.error;
}
