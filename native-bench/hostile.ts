import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { hostileRun } from "./hostile/hostile-run.js";
import { printHostile } from "./hostile/print-hostile.js";
import { BenchRun } from "./measuring/bench-run.js";
import { wholeNumber } from "./measuring/whole-number.js";

interface Options {
  readonly mutants: number;
  readonly seed: number;
  readonly connections: number;
  readonly record?: boolean;
}

/** Long enough for the check of an upload's pace to come first. */
const UPLOAD_SECONDS = 15;

const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:hostile")
    .description("Sends a service broken, lying and poisonous creatives and requests, and looks what it does")
    .option("--mutants <n>", "files made wrong at random", wholeNumber, 2_000)
    .option("--connections <n>", "opened at a time", wholeNumber, 10_000)
    .option("--seed <n>", "another seed makes them wrong in other ways", wholeNumber, 1)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench({ mutants, seed, connections, record }: Options): Promise<void> {
  const run = new BenchRun("hostile");
  const folder = await mkdtemp(join(tmpdir(), "samecut-hostile-"));
  try {
    const result = await hostileRun({
      ...{ program: PROGRAM, folder, mutants, seed, connections, signal },
      ...{ uploadSeconds: UPLOAD_SECONDS, withBombs: true },
    });
    printHostile(result);
    process.exitCode = result.findings.length > 0 ? 1 : 0;
    const args = ["--mutants", mutants, "--connections", connections, "--seed", seed];
    await run.end(args, { ...result }, { record });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
