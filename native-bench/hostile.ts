import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { abortOnInterrupt, reportAndExit } from "../samples/progress.js";
import { hostileRun } from "./hostile/hostile-run.js";
import { printHostile } from "./hostile/print-hostile.js";
import { describeMachine, machineLine } from "./measuring/machine.js";
import { writeRun } from "./measuring/run-record.js";
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
try {
  await new Command("bench:hostile")
    .description("Sends a service broken, lying and poisonous creatives and requests, and looks what it does")
    .option("--mutants <n>", "files made wrong at random", wholeNumber, 2_000)
    .option("--connections <n>", "opened at a time", wholeNumber, 10_000)
    .option("--seed <n>", "another seed makes them wrong in other ways", wholeNumber, 1)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench)
    .parseAsync();
} catch (error) {
  reportAndExit(error, signal);
}

async function bench({ mutants, seed, connections, record }: Options): Promise<void> {
  const startedAt = new Date();
  const folder = await mkdtemp(join(tmpdir(), "samecut-hostile-"));
  try {
    const result = await hostileRun({
      ...{ program: PROGRAM, folder, mutants, seed, connections, signal },
      ...{ uploadSeconds: UPLOAD_SECONDS, withBombs: true },
    });
    printHostile(result);
    const machine = await describeMachine();
    process.stdout.write(`\n${machineLine(machine)}\n`);
    process.exitCode = result.findings.length > 0 ? 1 : 0;
    if (!record) return;
    const elapsedSeconds = Math.round((Date.now() - startedAt.getTime()) / 1000);
    const command = `npm run bench:hostile -- --mutants ${mutants} --connections ${connections} --seed ${seed}`;
    const circumstances = { command, startedAt: startedAt.toISOString(), elapsedSeconds, machine };
    process.stdout.write(`${basename(await writeRun("hostile", { ...circumstances, ...result }))}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
