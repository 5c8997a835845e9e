import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";

/** What runs, in this order, and how short: all of it in about ten minutes on two cores. */
const BENCHMARKS: readonly (readonly [file: string, ...options: string[]])[] = [
  ["decode.ts", "--runs", "3"],
  ["index-search.ts"],
  ["scale.ts", "--sizes", "1000,3000", "--queries", "100"],
  ["scan.ts", "--creatives", "30"],
  ["throughput.ts"],
];

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench")
    .description(
      "Every benchmark of speed, short, one after the other: decoding, index, scale, scan and throughput. `bench:decode` and so on run one of them at length",
    )
    .option("--record", "keep the raw numbers under native-bench/runs")
    .action(runAll),
  signal,
);

async function runAll({ record = false }: { readonly record?: boolean }): Promise<void> {
  const failed: string[] = [];
  for (const [file, ...options] of BENCHMARKS) {
    signal.throwIfAborted();
    process.stdout.write(`\n# ${file} ${options.join(" ")}\n\n`);
    const script = fileURLToPath(new URL(file, import.meta.url));
    const child = spawn(
      process.execPath,
      ["--expose-gc", "--import", "tsx", script, ...options, ...(record ? ["--record"] : [])],
      { stdio: "inherit" },
    );
    const [status] = await once(child, "exit");
    if (status !== 0) failed.push(file);
  }
  if (failed.length > 0) throw new Error(`did not end well: ${failed.join(", ")}`);
}
