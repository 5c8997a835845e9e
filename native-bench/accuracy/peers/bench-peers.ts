import { basename } from "node:path";
import type { ClipSet } from "../../corpus/clip-sets.js";
import type { Corpus } from "../../corpus/corpus.js";
import { BenchRun } from "../../measuring/bench-run.js";
import { describeMachine, machineLine } from "../../measuring/machine.js";
import { writeRun } from "../../measuring/run-record.js";
import { askedPairs } from "../asked-pairs.js";
import { readAndJudge } from "../read-and-judge.js";
import { comparePeers } from "./compare-peers.js";
import { peersRecord } from "./peer-recall.js";
import { printPeers } from "./print-peers.js";
import { samplePositives } from "./sample-pairs.js";

/** How the peers are measured. */
export interface PeerBenchOptions {
  /** Most true pairs, chosen by the seed. */
  readonly positives: number;
  /** Most pairs of strangers, chosen by the seed. */
  readonly negatives: number;
  /** The clips that the corpus was narrowed to; undefined for all. */
  readonly set: ClipSet | undefined;
  readonly jobs: number;
  readonly seed: number;
  /** Keep the findings under native-bench/runs. */
  readonly record: boolean;
  readonly signal: AbortSignal;
}

/** Asks samecut and its peers about the same pairs of a corpus, and prints which of them each finds. */
export async function benchPeers(corpus: Corpus, options: PeerBenchOptions): Promise<void> {
  const { positives, set, seed, jobs, signal } = options;
  const run = new BenchRun("accuracy");
  const asked = await askedPairs(corpus, seed);
  const hardNegatives = asked.pairs.filter(({ expected }) => expected === "distinct");
  const pairs = [...samplePositives(asked.pairs, positives, seed), ...hardNegatives];
  const machine = await describeMachine();
  const { encoded, failures, judged } = await readAndJudge(
    corpus,
    { ...asked, pairs },
    { decoderVersion: machine.ffmpeg, jobs, signal },
  );
  const { folder, truth, name } = corpus;
  const comparison = await comparePeers(judged, { ...options, folder, truth, encoded });

  const ofSet = set === undefined ? [] : ["--set", set];
  const args = [name, "--seed", seed, "--peers", positives, ...ofSet];
  process.stdout.write(`\n${run.commandWith(args)}\n${machineLine(machine)}\n`);
  for (const { file, message } of failures) process.stdout.write(`not read: ${file}: ${message}\n`);
  printPeers(comparison);
  if (!options.record) return;
  const facts = { ...run.circumstances(args, machine), seed };
  const file = await writeRun("accuracy-peers", { ...facts, failures, ...peersRecord(comparison) });
  process.stdout.write(`\n${basename(file)} has what each found.\n`);
}
