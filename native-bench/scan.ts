import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { madeUpFrom } from "./corpus/made-up-from.js";
import { OUT_FOLDER } from "./measuring/bench-folders.js";
import { BenchRun } from "./measuring/bench-run.js";
import { printTable } from "./measuring/print-table.js";
import { wholeNumber } from "./measuring/whole-number.js";
import { SyntheticCreatives } from "./scale/synthetic-creatives.js";
import { knownFolder } from "./scan/known-folder.js";
import { measureScan, type ScanCost } from "./scan/measure-scan.js";

interface Options {
  readonly creatives: readonly number[];
  readonly clips: number;
  readonly jobs: number;
  readonly seed: number;
  readonly record?: boolean;
}

/** A folder of one size, scanned for the first time and again. */
interface Measured {
  readonly creatives: number;
  readonly copies: number;
  readonly first: ScanCost;
  readonly again: ScanCost;
}

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:scan")
    .description(
      "What a scan costs once all files have been read, and again when all pairs are known; one made-up creative in ten is an edited copy",
    )
    .argument(
      "[folder]",
      "creatives whose pictures the made-up ones are pieced together from; default: our samples",
    )
    .option("--creatives <n,n,...>", "sizes of the folders", numbers, [30, 100])
    .option("--clips <n>", "most creatives read of the folder, the first by name", wholeNumber, 60)
    .option("--jobs <n>", "threads that compare", wholeNumber, availableParallelism())
    .option("--seed <n>", "another seed makes other creatives", wholeNumber, 1)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench(folder: string | undefined, options: Options): Promise<void> {
  const { clips, jobs, seed } = options;
  const run = new BenchRun("scan");
  const { folder: place, creatives: real } = await madeUpFrom(folder, clips, { signal });
  const synthetic = new SyntheticCreatives(
    real.map(({ fingerprint }) => fingerprint),
    seed,
  );
  const measured: Measured[] = [];
  for (const creatives of options.creatives) {
    process.stderr.write(`A folder of ${creatives} creatives\n`);
    const known = await knownFolder(join(OUT_FOLDER, "scan"), synthetic, { creatives, seed });
    const first = await measureScan(known, { jobs, signal });
    const again = await measureScan(known, { jobs, signal });
    measured.push({ creatives, copies: known.copies.length, first, again });
  }
  printTable(
    ["creatives", "recognising", "comparing", "CPU a creative", "again", "copies found", "other pairs"],
    measured.map(rowOf),
    Array<"right">(7).fill("right"),
  );
  const asked = ["--creatives", options.creatives.join(","), "--jobs", jobs, "--seed", seed];
  await run.end([basename(place), ...asked], { measured }, options);
}

function rowOf({ creatives, copies, first, again }: Measured): string[] {
  return [
    String(creatives),
    `${first.readingSeconds.toFixed(1)} s`,
    `${first.comparingSeconds.toFixed(1)} s`,
    `${((1000 * first.cpuSeconds) / creatives).toFixed(0)} ms`,
    `${(again.readingSeconds + again.comparingSeconds).toFixed(1)} s`,
    `${first.found} of ${copies}`,
    String(first.others),
  ];
}

function numbers(text: string): number[] {
  return text.split(",").map(wholeNumber);
}
