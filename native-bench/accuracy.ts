import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { accuracyRecord } from "./accuracy/accuracy-record.js";
import { askedPairs } from "./accuracy/asked-pairs.js";
import { benchCurves } from "./accuracy/curves/bench-curves.js";
import { drawEditLots } from "./accuracy/edit-lots.js";
import { benchPeers } from "./accuracy/peers/bench-peers.js";
import { printAccuracy, printMistakes } from "./accuracy/print-accuracy.js";
import { readAndJudge } from "./accuracy/read-and-judge.js";
import { printScenes } from "./accuracy/scenes/print-scenes.js";
import { readSceneLabels } from "./accuracy/scenes/scene-labels.js";
import { scenePairs } from "./accuracy/scenes/scene-pairs.js";
import { CLIP_SETS, type ClipSet, truthOfSet } from "./corpus/clip-sets.js";
import { openCorpus } from "./corpus/open-corpus.js";
import { BenchRun } from "./measuring/bench-run.js";
import { describeMachine, machineLine } from "./measuring/machine.js";
import { writeRun } from "./measuring/run-record.js";
import { wholeNumber } from "./measuring/whole-number.js";

interface Options {
  readonly out?: string;
  readonly limit?: number;
  readonly jobs: number;
  readonly seed: number;
  readonly set?: ClipSet;
  readonly peers?: true | number;
  readonly curves?: true | number;
  readonly scenes?: string;
  readonly record?: boolean;
  readonly mistakes?: boolean;
}

/** True pairs that peers are asked about, and pairs of different clips that their thresholds must clear. */
const PEER_PAIRS = { positives: 600, negatives: 500 } as const;

/** Clips that the curves are drawn over. */
const CURVE_CLIPS = 6;

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:accuracy")
    .description("Recall by kind of edit, and false pairs, on every edit of a folder of clips")
    .argument(
      "[folder]",
      "clips to make edits of, or a folder that make-edits has filled; default: our samples",
    )
    .option("--out <folder>", "where the edits go; default: native-bench/out")
    .option("--limit <n>", "most pairs of each kind of edit, chosen by the seed", wholeNumber)
    .option("--jobs <n>", "files read and pairs compared at a time", wholeNumber, 2)
    .option("--seed <n>", "another seed makes and chooses other edits", wholeNumber, 1)
    .addOption(
      new Option("--set <name>", "only these clips: to choose thresholds with, or to report").choices(
        CLIP_SETS,
      ),
    )
    .option(
      "--peers [pairs]",
      `instead, ask three other detectors too, about so many of the true pairs (default: ${PEER_PAIRS.positives})`,
      wholeNumber,
    )
    .option(
      "--curves [clips]",
      `instead, how strong each kind of edit may be, on so many of the clips (default: ${CURVE_CLIPS})`,
      wholeNumber,
    )
    .option(
      "--scenes <file>",
      "who is seen where in the clips, JSON; default: scenes.json beside them, where there is one",
    )
    .option("--mistakes", "list every pair that was misjudged")
    .option("--record", "keep the raw scores under native-bench/runs")
    .action(bench),
  signal,
);

async function bench(folder: string | undefined, options: Options): Promise<void> {
  const { jobs, seed, limit, set, peers, curves } = options;
  const common = { jobs, seed, record: options.record === true, signal };
  if (curves !== undefined) {
    await benchCurves(folder, { ...common, clips: curves === true ? CURVE_CLIPS : curves });
    return;
  }
  const run = new BenchRun("accuracy");
  const opened = await openCorpus(folder === undefined ? undefined : resolve(folder), { ...options, signal });
  const corpus = set === undefined ? opened : { ...opened, truth: truthOfSet(opened.truth, set) };
  if (peers !== undefined) {
    const positives = peers === true ? PEER_PAIRS.positives : peers;
    await benchPeers(corpus, { ...common, ...PEER_PAIRS, positives, set });
    return;
  }
  const labels = await readSceneLabels(folder, options.scenes, corpus.truth);
  const asked = await askedPairs(corpus, seed, limit);
  const machine = await describeMachine();
  const { failures, judged } = await readAndJudge(corpus, asked, {
    decoderVersion: machine.ffmpeg,
    editLots: drawEditLots(corpus.truth, asked, seed),
    jobs,
    signal,
  });

  const chosen: (string | number)[] = limit === undefined ? [] : ["--limit", limit];
  if (set !== undefined) chosen.push("--set", set);
  const args = [corpus.name, "--seed", seed, ...chosen];
  process.stdout.write(`\n${run.commandWith(args)}\n${machineLine(machine)}\n`);
  process.stdout.write(
    `${asked.originals.length} originals, ${asked.pairs.length} listed pairs, ${judged.pairs.length} compared\n`,
  );
  if (asked.missing > 0)
    process.stdout.write(`${asked.missing} pairs left out: files of theirs are not rendered\n`);
  for (const { file, message } of failures) process.stdout.write(`not read: ${file}: ${message}\n`);
  printAccuracy(judged, set);
  const scenes = scenePairs(judged.pairs, labels);
  if (labels.size > 0) printScenes(scenes);
  if (options.mistakes) printMistakes(judged);
  if (!options.record) return;
  const facts = { ...run.circumstances(args, machine), seed };
  const counts = {
    originals: asked.originals.length,
    listedPairs: asked.pairs.length,
    missing: asked.missing,
    failures,
    ...(labels.size > 0 && { scenes }),
  };
  const file = await writeRun("accuracy", accuracyRecord({ ...facts, ...counts }, judged));
  process.stdout.write(`\n${basename(file)} has the raw scores.\n`);
}
