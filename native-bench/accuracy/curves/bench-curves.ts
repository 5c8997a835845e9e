import { writeFile } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { openStrengths } from "../../corpus/open-corpus.js";
import { OUT_FOLDER } from "../../measuring/bench-folders.js";
import { BenchRun } from "../../measuring/bench-run.js";
import { describeMachine, machineLine } from "../../measuring/machine.js";
import { writeRun } from "../../measuring/run-record.js";
import { askedPairs } from "../asked-pairs.js";
import { readAndJudge } from "../read-and-judge.js";
import { curvesOf } from "./curves.js";
import { drawCurves } from "./draw-curves.js";
import { printCurves } from "./print-curves.js";

/** How curves are measured. */
export interface CurveOptions {
  /** Originals, chosen by the seed. */
  readonly clips: number;
  readonly jobs: number;
  readonly seed: number;
  /** Keep numbers and picture under native-bench/runs. */
  readonly record: boolean;
  readonly signal: AbortSignal;
}

/** Measures and draws how strong each kind of edit may be. Throws an Error without a folder of clips. */
export async function benchCurves(folder: string | undefined, options: CurveOptions): Promise<void> {
  if (folder === undefined) throw new Error("--curves needs a folder of clips");
  const { clips, jobs, seed, signal } = options;
  const run = new BenchRun("accuracy");
  const corpus = await openStrengths(resolve(folder), clips, options);
  const asked = await askedPairs(corpus, seed);
  const machine = await describeMachine();
  const { failures, judged } = await readAndJudge(corpus, asked, {
    decoderVersion: machine.ffmpeg,
    jobs,
    signal,
  });
  const curves = curvesOf(judged.pairs);

  const args = [corpus.name, "--seed", seed, "--curves", clips];
  process.stdout.write(`\n${run.commandWith(args)}\n${machineLine(machine)}\n`);
  for (const { file, message } of failures) process.stdout.write(`not read: ${file}: ${message}\n`);
  printCurves(curves);
  let picture = join(OUT_FOLDER, "accuracy-curves.svg");
  if (options.record) {
    const facts = { ...run.circumstances(args, machine), seed };
    const originals = asked.originals.map(({ name }) => name);
    const file = await writeRun("accuracy-curves", { ...facts, originals, failures, curves });
    process.stdout.write(`\n${basename(file)} has the numbers.\n`);
    picture = file.replace(/json$/, "svg");
  }
  await writeFile(picture, drawCurves(curves));
  process.stdout.write(`\n${relative(process.cwd(), picture)} has the curves.\n`);
}
