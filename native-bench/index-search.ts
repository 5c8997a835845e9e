import { basename } from "node:path";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { madeUpFrom } from "./corpus/made-up-from.js";
import { BenchRun } from "./measuring/bench-run.js";
import { percent, printTable } from "./measuring/print-table.js";
import { wholeNumber } from "./measuring/whole-number.js";
import { measureCodeScan, measureViewSearch } from "./scale/measure-indexes.js";
import { SyntheticCreatives } from "./scale/synthetic-creatives.js";

interface Options {
  readonly creatives: number;
  readonly queries: number;
  readonly clips: number;
  readonly seed: number;
  readonly record?: boolean;
}

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:index")
    .description(
      "The two indexes by themselves: time and recall of the cells beside exact search, speed of the scan of hashes",
    )
    .argument(
      "[folder]",
      "creatives whose pictures the made-up ones are pieced together from; default: our samples",
    )
    .option("--creatives <n>", "made-up creatives in the index", wholeNumber, 500)
    .option("--queries <n>", "edited creatives that are asked for", wholeNumber, 20)
    .option("--clips <n>", "most creatives read of the folder, the first by name", wholeNumber, 60)
    .option("--seed <n>", "another seed makes other creatives", wholeNumber, 1)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench(folder: string | undefined, options: Options): Promise<void> {
  const { creatives, queries, clips, seed } = options;
  const run = new BenchRun("index");
  const { folder: place, creatives: real } = await madeUpFrom(folder, clips, { signal });
  const synthetic = new SyntheticCreatives(
    real.map(({ fingerprint }) => fingerprint),
    seed,
  );
  const views = await measureViewSearch(synthetic, { creatives, queries, seed });
  const codes = await measureCodeScan(seed);
  printTable(
    [
      "creatives",
      "views",
      "added a CPU second",
      "cells, a query",
      "exact, a query",
      "proposed",
      "by cells as well",
    ],
    [
      [
        String(views.creatives),
        String(views.views),
        views.addedPerCpuSecond.toFixed(0),
        `${views.searchMs.toFixed(1)} ms`,
        `${views.exactMs.toFixed(0)} ms`,
        String(views.near),
        percent(views.found / views.near, 2),
      ],
    ],
    Array<"right">(7).fill("right"),
  );
  printTable(
    ["hashes", "scan of all", "hashes a second"],
    [
      [
        String(codes.codes),
        `${codes.scanMs.toFixed(2)} ms`,
        `${(codes.codes / codes.scanMs / 1e6).toFixed(2)} thousand million`,
      ],
    ],
    ["right", "right", "right"],
  );
  const asked = ["--creatives", creatives, "--queries", queries, "--seed", seed];
  await run.end([basename(place), ...asked], { views, codes }, options);
}
