import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { Command } from "commander";
import { abortOnInterrupt, reportAndExit } from "../samples/progress.js";
import { renderedSamples } from "./corpus/rendered-samples.js";
import { describeMachine, machineLine } from "./measuring/machine.js";
import { percent, printTable } from "./measuring/print-table.js";
import { writeRun } from "./measuring/run-record.js";
import { wholeNumber } from "./measuring/whole-number.js";
import { measureCodeScan, measureVectorSearch } from "./scale/measure-indexes.js";
import { realCreatives } from "./scale/real-creatives.js";
import { SyntheticCreatives } from "./scale/synthetic-creatives.js";

interface Options {
  readonly creatives: number;
  readonly queries: number;
  readonly clips: number;
  readonly seed: number;
  readonly record?: boolean;
}

const signal = abortOnInterrupt();
try {
  await new Command("bench:index")
    .description(
      "The two indexes by themselves: time and recall of one vector beside exact search, speed of the scan of hashes",
    )
    .argument(
      "[folder]",
      "creatives whose pictures the made-up ones are pieced together from; default: our samples",
    )
    .option("--creatives <n>", "made-up creatives in the index", wholeNumber, 2_000)
    .option("--queries <n>", "vectors that are asked for", wholeNumber, 1_000)
    .option("--clips <n>", "most creatives read of the folder, the first by name", wholeNumber, 60)
    .option("--seed <n>", "another seed makes other creatives", wholeNumber, 1)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench)
    .parseAsync();
} catch (error) {
  reportAndExit(error, signal);
}

async function bench(folder: string | undefined, options: Options): Promise<void> {
  const { creatives, queries, clips, seed } = options;
  const startedAt = new Date();
  const place =
    folder === undefined
      ? join((await renderedSamples({ jobs: availableParallelism(), signal })).folder, "creatives")
      : resolve(folder);
  const real = await realCreatives(place, clips, { signal });
  const synthetic = new SyntheticCreatives(
    real.map(({ fingerprint }) => fingerprint),
    seed,
  );
  const vectors = await measureVectorSearch(synthetic, { creatives, queries, seed });
  const codes = await measureCodeScan(seed);
  printTable(
    [
      "vectors",
      "added a CPU second",
      "HNSW, a query",
      "exact, a query",
      "within the radius",
      "found by HNSW",
    ],
    [
      [
        String(vectors.vectors),
        vectors.addsPerCpuSecond.toFixed(0),
        `${vectors.searchMicroseconds.toFixed(0)} µs`,
        `${vectors.exactMicroseconds.toFixed(0)} µs`,
        String(vectors.near),
        percent(vectors.found / vectors.near, 2),
      ],
    ],
    Array<"right">(6).fill("right"),
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
  const machine = await describeMachine();
  process.stdout.write(`\n${machineLine(machine)}\n`);
  if (!options.record) return;
  const elapsedSeconds = Math.round((Date.now() - startedAt.getTime()) / 1000);
  const asked = ["--creatives", creatives, "--queries", queries, "--seed", seed];
  const command = ["npm run bench:index --", basename(place), ...asked].join(" ");
  const circumstances = { command, startedAt: startedAt.toISOString(), elapsedSeconds, machine };
  const file = await writeRun("index", { ...circumstances, vectors, codes });
  process.stdout.write(`${basename(file)} has the numbers.\n`);
}
