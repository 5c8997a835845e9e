import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { ALL_FAULTS } from "./faults/all-faults.js";
import { printFaults } from "./faults/print-faults.js";
import { overall } from "./faults/request-log.js";
import { type FaultResult, strikeOften } from "./faults/strike-often.js";
import { BenchRun } from "./measuring/bench-run.js";
import { wholeNumber } from "./measuring/whole-number.js";
import { smallUploads } from "./serving/small-uploads.js";

interface Options {
  readonly strikes: number;
  readonly seed: number;
  readonly only?: readonly string[];
  readonly record?: boolean;
}

const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:faults")
    .description("Does harm to a service under traffic, and looks whether anything it acknowledged is lost")
    .option("--strikes <n>", "of each fault, at random moments", wholeNumber, 20)
    .option("--seed <n>", "another seed strikes at other moments", wholeNumber, 1)
    .option("--only <faults...>", `some of: ${ALL_FAULTS.map(({ name }) => name).join(", ")}`)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench({ strikes, seed, only, record }: Options): Promise<void> {
  const run = new BenchRun("faults");
  const folder = await mkdtemp(join(tmpdir(), "samecut-uploads-"));
  const results: FaultResult[] = [];
  const leftOut: string[] = [];
  try {
    const uploads = await smallUploads(folder);
    for (const fault of ALL_FAULTS.filter(({ name }) => only?.includes(name) ?? true)) {
      process.stderr.write(`${fault.name}: ${fault.description}\n`);
      const result = await strikeOften(fault, { program: PROGRAM, uploads, strikes, seed, signal });
      if (result === undefined) leftOut.push(fault.name);
      else results.push(result);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  printFaults(results, leftOut);
  process.exitCode = results.some(({ broken }) => broken.length > 0) ? 1 : 0;
  const some = only === undefined ? [] : ["--only", ...only];
  const available = overall(results.map(({ availability }) => availability));
  await run.end(["--strikes", strikes, "--seed", seed, ...some], { leftOut, available, results }, { record });
}
