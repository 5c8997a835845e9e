import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { discover } from "../src/scan/discovery.js";
import { renderedSamples } from "./corpus/rendered-samples.js";
import { BenchRun } from "./measuring/bench-run.js";
import { totalCpu } from "./measuring/cpu-seconds.js";
import { printTable } from "./measuring/print-table.js";
import { wholeNumber } from "./measuring/whole-number.js";
import { measureMatching } from "./throughput/matching.js";
import { measureReading } from "./throughput/reading.js";

interface Options {
  readonly jobs: number;
  readonly seed: number;
  readonly limit?: number;
  readonly record?: boolean;
}

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:throughput")
    .description(
      "Creatives a second, CPU time and bytes a creative, and times a comparison, on your own folder",
    )
    .argument("[folder]", "folder of creatives; default: our samples")
    .option("--jobs <n>", "files read at a time", wholeNumber, availableParallelism())
    .option("--limit <n>", "most files read, the first by name", wholeNumber)
    .option("--seed <n>", "another seed compares other pairs", wholeNumber, 1)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench(folder: string | undefined, options: Options): Promise<void> {
  const { jobs, seed, limit } = options;
  const run = new BenchRun("throughput");
  const place = folder === undefined ? await sampleCreatives(jobs) : resolve(folder);
  const { files } = await discover([place], signal);
  const paths = files.slice(0, limit).map(({ absolutePath }) => absolutePath);
  const { encoded, ...reading } = await measureReading(paths, jobs, signal);
  if (encoded.length === 0) throw new Error(`${place} has no creatives that can be read`);
  const matching = await measureMatching(encoded, seed);

  const bytes = encoded.reduce((sum, { length }) => sum + length, 0);
  const { durationSeconds, wallSeconds, cpu, failures } = reading;
  const facts: [string, string][] = [
    [
      "creatives",
      failures === 0 ? String(encoded.length) : `${encoded.length}, ${failures} more could not be read`,
    ],
    ["video", `${durationSeconds.toFixed(0)} s`],
    ["fingerprints", `${(encoded.length / wallSeconds).toFixed(1)} a second with ${jobs} jobs`],
    ["CPU", `${(totalCpu(cpu) / Math.max(durationSeconds, 1)).toFixed(4)} s per second of video`],
    ["CPU of it in ffmpeg", `${((100 * cpu.children) / totalCpu(cpu)).toFixed(0)} %`],
    ["size", `${Math.round(bytes / encoded.length)} bytes a creative`],
    ["search", `${matching.searchMs.toFixed(0)} ms a creative, ${matching.candidates} candidates`],
    ["preparing to compare", `${matching.prepareMs.toFixed(1)} ms a creative`],
    ["comparing", `${matching.compareMs.toFixed(1)} ms a pair`],
  ];
  printTable(["what", "measured"], facts, ["left", "left"]);
  const args = [basename(place), "--jobs", jobs, "--seed", seed];
  await run.end(args, { creatives: encoded.length, bytes, reading, matching }, options);
}

/** The rendered creatives, without the reports and the truth beside them. */
async function sampleCreatives(jobs: number): Promise<string> {
  const { folder } = await renderedSamples({ jobs, signal });
  return join(folder, "creatives");
}
