import type { TruthFile } from "../../../samples/truth/truth-file.js";
import type { JudgedCorpus } from "../judged-corpus.js";
import type { JudgedPair } from "../judged-pair.js";
import { isFound, truePairs } from "../recall.js";
import { askPeer } from "./ask-peer.js";
import { blockhashPeer } from "./blockhash-peer.js";
import { type CleanReading, cleanReading, isAbove } from "./clean-threshold.js";
import { mpeg7Peer } from "./mpeg7-peer.js";
import type { PeerScores } from "./peer.js";
import { phashPeer } from "./phash-peer.js";
import { sampleNegatives } from "./sample-pairs.js";

/** Which of the true pairs a detector finds. */
export interface PeerFindings {
  readonly name: string;
  /** How it was read; undefined for samecut, which is asked as it is. */
  readonly clean?: CleanReading;
  /** Pairs, true ones and negatives, on which it crashed: it has found nothing there. */
  readonly crashes: number;
  /** In the order of {@link PeerComparison.pairs}. */
  readonly found: readonly boolean[];
}

/** samecut and its peers on the same pairs. */
export interface PeerComparison {
  readonly pairs: readonly JudgedPair[];
  /** Pairs of different clips that the thresholds were chosen to clear. */
  readonly strangers: number;
  readonly hardNegatives: number;
  readonly detectors: readonly PeerFindings[];
}

/** What the comparison needs. */
export interface PeerOptions {
  /** Where the paths of the truth begin. */
  readonly folder: string;
  readonly truth: TruthFile;
  readonly encoded: ReadonlyMap<string, Uint8Array>;
  /** Most pairs of strangers. */
  readonly negatives: number;
  readonly seed: number;
  readonly jobs: number;
  readonly signal: AbortSignal;
}

/**
 * Asks each peer about the true pairs, the hard negatives, and pairs of strangers drawn by lot. Each is read twice: at the
 * threshold that clears strangers and hard negatives, and at the one that clears the strangers alone.
 */
export async function comparePeers(judged: JudgedCorpus, options: PeerOptions): Promise<PeerComparison> {
  const { folder, truth, encoded, negatives, seed } = options;
  const pairs = truePairs(judged.pairs).filter(({ truth }) => truth!.similar);
  const hard = judged.pairs.filter(({ truth }) => truth?.expected === "distinct");
  const strangers = sampleNegatives(truth, [...encoded.keys()], negatives, seed);
  const detectors: PeerFindings[] = [{ name: "samecut", crashes: 0, found: pairs.map(isFound) }];
  for (const peer of [mpeg7Peer(folder), phashPeer(folder), blockhashPeer(encoded)]) {
    const scores = await askPeer(peer, [...pairs, ...strangers, ...hard], options);
    const ofPositives = scores.slice(0, pairs.length);
    const crashes = scores.filter((each) => !isScored(each)).length;
    const readings = [
      { name: peer.name, cleared: scores.slice(pairs.length) },
      {
        name: `${peer.name}, hard negatives aside`,
        cleared: scores.slice(pairs.length, pairs.length + strangers.length),
      },
    ];
    for (const { name, cleared } of readings) {
      const clean = cleanReading(ofPositives.filter(isScored), cleared.filter(isScored));
      if (clean === undefined) continue;
      const found = ofPositives.map((each) => each !== undefined && isAbove(each, clean));
      detectors.push({ name, clean, crashes, found });
    }
  }
  return { pairs, strangers: strangers.length, hardNegatives: hard.length, detectors };
}

function isScored(scores: PeerScores | undefined): scores is PeerScores {
  return scores !== undefined;
}
