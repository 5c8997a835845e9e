import { basename } from "node:path";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { type DecodeClip, makeDecodeClips } from "./decode/clips.js";
import { measureDecoding, summariseDecoding } from "./decode/measure-decoding.js";
import { BenchRun } from "./measuring/bench-run.js";
import { printTable } from "./measuring/print-table.js";
import { wholeNumber } from "./measuring/whole-number.js";

interface Options {
  readonly runs: number;
  readonly record?: boolean;
}

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:decode")
    .description(
      "What fingerprinting costs beside a full decode by the same ffmpeg, and beside its peers: CPU time, one thread each",
    )
    .argument(
      "[clips...]",
      "videos to decode; default: eleven that are made for it, of several codecs and kinds",
    )
    .option("--runs <n>", "times each clip is decoded and fingerprinted in turns", wholeNumber, 7)
    .option("--record", "keep the raw numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench(paths: readonly string[], options: Options): Promise<void> {
  const { runs } = options;
  const run = new BenchRun("decode");
  if (paths.length === 0) process.stderr.write("Making the clips, once; this takes some minutes.\n");
  const clips: readonly DecodeClip[] =
    paths.length === 0
      ? await makeDecodeClips(signal)
      : paths.map((path) => ({ name: basename(path), path }));
  const costs = [];
  for (const clip of clips) {
    process.stderr.write(`${clip.name}: ${runs} runs\n`);
    costs.push(await measureDecoding(clip, runs));
    signal.throwIfAborted();
  }
  const rows = costs.map((cost) => {
    const { full, keyframes, ffmpeg, node, whole, signature, hashes, ratio, leastRatio, mostRatio } =
      summariseDecoding(cost);
    const range = `${leastRatio.toFixed(2)} to ${mostRatio.toFixed(2)}`;
    const seconds = [full, keyframes, signature, hashes, whole, ffmpeg, node].map((value) =>
      value.toFixed(4),
    );
    return [cost.clip, ...seconds, ratio.toFixed(2), range];
  });
  process.stdout.write("\nCPU seconds per second of video, medians\n");
  printTable(
    [
      ...["clip", "full decode", "keyframes", "MPEG-7 signature", "pHash a second"],
      ...["fingerprint", "of it ffmpeg", "of it samecut", "ratio", "range"],
    ],
    rows,
    ["left", ...Array<"right">(9).fill("right")],
  );
  await run.end(["--runs", runs, ...paths.map((path) => basename(path))], { costs }, options);
}
