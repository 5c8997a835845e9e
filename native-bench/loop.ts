import { basename, resolve } from "node:path";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { openLibrary } from "../src/index.js";
import { filledLibrary } from "./load/filled-library.js";
import { measureCampaigns } from "./loop/measure-campaigns.js";
import { measureHolds } from "./loop/measure-holds.js";
import { BenchRun } from "./measuring/bench-run.js";
import { printTable } from "./measuring/print-table.js";
import { wholeNumber } from "./measuring/whole-number.js";
import { realCreatives } from "./scale/real-creatives.js";
import { SyntheticCreatives } from "./scale/synthetic-creatives.js";

interface Options {
  readonly creatives: number;
  readonly calls: number;
  readonly seed: number;
  readonly record?: boolean;
}

/** Creatives of the folder: what the made-up ones are pieced together from, and what is checked and added. */
const REAL_CREATIVES = 12;

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:loop")
    .description("How long a library holds the event loop of whoever asks it and adds to it (Linux only)")
    .argument(
      "<folder>",
      "creatives that are checked and added, and that the library's are pieced together from",
    )
    .option("--creatives <n>", "of the library", wholeNumber, 1_000)
    .option("--calls <n>", "of each kind", wholeNumber, 20)
    .option("--seed <n>", "another seed makes other creatives", wholeNumber, 1)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench(given: string, { creatives, calls, seed, record }: Options): Promise<void> {
  const run = new BenchRun("loop");
  const real = (await realCreatives(resolve(given), REAL_CREATIVES, { signal })).map(
    ({ fingerprint }) => fingerprint,
  );
  const folder = await filledLibrary(new SyntheticCreatives(real, seed), creatives, { seed, signal });
  const holds = [
    ...(await measureHolds(() => openLibrary(folder, { signal }), real, calls)),
    ...(await measureCampaigns(creatives)),
  ];
  printTable(
    ["while", "wall", "worked p99", "most", "held p99", "most"],
    holds.map(({ step, seconds, worked, held }) => [
      step,
      `${seconds.toFixed(1)} s`,
      ...[worked.p99, worked.most, held.p99, held.most].map((ms) => `${ms.toFixed(1)} ms`),
    ]),
    ["left", "right", "right", "right", "right", "right"],
  );
  const args = [basename(given), "--creatives", creatives, "--calls", calls, "--seed", seed];
  await run.end(args, { holds }, { record });
}
