import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { abortOnInterrupt, reportAndExit } from "../samples/progress.js";
import { accuracyRecord } from "./accuracy/accuracy-record.js";
import { askedPairs } from "./accuracy/asked-pairs.js";
import { benchCurves } from "./accuracy/curves/bench-curves.js";
import type { JudgedCorpus } from "./accuracy/judged-corpus.js";
import { comparePeers, type PeerOptions } from "./accuracy/peers/compare-peers.js";
import { peersRecord } from "./accuracy/peers/peer-recall.js";
import { printPeers } from "./accuracy/peers/print-peers.js";
import { printAccuracy, printMistakes } from "./accuracy/print-accuracy.js";
import { readAndJudge } from "./accuracy/read-and-judge.js";
import { CLIP_SETS, type ClipSet, truthOfSet } from "./corpus/clip-sets.js";
import { openCorpus } from "./corpus/open-corpus.js";
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
  readonly record?: boolean;
  readonly mistakes?: boolean;
}

/** Pairs of different clips that the thresholds of peers must clear. */
const PEER_NEGATIVES = 500;

/** Clips that the curves are drawn over. */
const CURVE_CLIPS = 6;

const signal = abortOnInterrupt();
try {
  await new Command("bench:accuracy")
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
      "--peers [negatives]",
      `ask three other detectors the same, against so many pairs of different clips (default: ${PEER_NEGATIVES})`,
      wholeNumber,
    )
    .option(
      "--curves [clips]",
      `instead, how strong each kind of edit may be, on so many of the clips (default: ${CURVE_CLIPS})`,
      wholeNumber,
    )
    .option("--mistakes", "list every pair that was misjudged")
    .option("--record", "keep the raw scores under native-bench/runs")
    .action(bench)
    .parseAsync();
} catch (error) {
  reportAndExit(error, signal);
}

async function bench(folder: string | undefined, options: Options): Promise<void> {
  const { jobs, seed, limit, set } = options;
  if (options.curves !== undefined) {
    const clips = options.curves === true ? CURVE_CLIPS : options.curves;
    await benchCurves(folder, { jobs, seed, clips, record: options.record === true, signal });
    return;
  }
  const startedAt = new Date();
  const opened = await openCorpus(folder === undefined ? undefined : resolve(folder), { ...options, signal });
  const corpus = set === undefined ? opened : { ...opened, truth: truthOfSet(opened.truth, set) };
  const asked = await askedPairs(corpus, seed, limit);
  const machine = await describeMachine();
  const { encoded, failures, judged } = await readAndJudge(corpus, asked, {
    decoderVersion: machine.ffmpeg,
    jobs,
    signal,
  });

  const chosen: (string | number)[] = limit === undefined ? [] : ["--limit", limit];
  if (set !== undefined) chosen.push("--set", set);
  if (options.peers !== undefined) chosen.push("--peers", peerNegatives(options.peers));
  const command = ["npm run bench:accuracy --", corpus.name, "--seed", seed, ...chosen].join(" ");
  process.stdout.write(`\n${command}\n${machineLine(machine)}\n`);
  process.stdout.write(
    `${asked.originals.length} originals, ${asked.pairs.length} listed pairs, ${judged.pairs.length} compared\n`,
  );
  if (asked.missing > 0)
    process.stdout.write(`${asked.missing} pairs left out: files of theirs are not rendered\n`);
  for (const { file, message } of failures) process.stdout.write(`not read: ${file}: ${message}\n`);
  printAccuracy(judged, set);
  if (options.mistakes) printMistakes(judged);
  const peers = await askPeers(judged, { folder: corpus.folder, truth: corpus.truth, encoded }, options);
  if (!options.record) return;
  const elapsedSeconds = Math.round((Date.now() - startedAt.getTime()) / 1000);
  const facts = { command, startedAt: startedAt.toISOString(), elapsedSeconds, machine, seed };
  const counts = {
    originals: asked.originals.length,
    listedPairs: asked.pairs.length,
    missing: asked.missing,
    failures,
  };
  const file = await writeRun("accuracy", accuracyRecord({ ...facts, ...counts, ...peers }, judged));
  process.stdout.write(`\n${basename(file)} has the raw scores.\n`);
}

/** Asks the peers when that was asked for, prints what they find, and returns it for the record. */
async function askPeers(
  judged: JudgedCorpus,
  corpus: Pick<PeerOptions, "folder" | "truth" | "encoded">,
  { peers, jobs, seed }: Options,
): Promise<{ readonly peers?: unknown }> {
  if (peers === undefined) return {};
  const comparison = await comparePeers(judged, {
    ...corpus,
    ...{ negatives: peerNegatives(peers), seed, jobs, signal },
  });
  printPeers(comparison);
  return { peers: peersRecord(comparison) };
}

function peerNegatives(peers: true | number): number {
  return peers === true ? PEER_NEGATIVES : peers;
}
