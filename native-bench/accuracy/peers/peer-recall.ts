import { type Share, shareOf } from "../../measuring/share.js";
import { groupBy } from "../group-by.js";
import type { JudgedPair } from "../judged-pair.js";
import { kindOf } from "../kind-of-edit.js";
import type { PeerComparison } from "./compare-peers.js";

/** What each detector finds of the pairs of one kind. */
export interface PeerRecall {
  readonly name: string;
  /** In the order of the detectors. */
  readonly recalls: readonly Share[];
}

/** Recall of all detectors by what `nameOf` says of a pair, then over all. */
export function peerRecall(
  { pairs, detectors }: PeerComparison,
  nameOf: (pair: JudgedPair) => string,
): PeerRecall[] {
  const places = [...pairs.keys()];
  const recallOf = (name: string, of: readonly number[]): PeerRecall => ({
    name,
    recalls: detectors.map(({ found }) => shareOf(of.map((place) => found[place]))),
  });
  const groups = groupBy(places, (place) => nameOf(pairs[place]!));
  return [...[...groups].map(([name, of]) => recallOf(name, of)), recallOf("all", places)];
}

/** The comparison for the record: how each was read, recall by group and kind, and what each found of every pair. */
export function peersRecord(comparison: PeerComparison) {
  const { pairs, strangers, hardNegatives, detectors } = comparison;
  return {
    strangers,
    hardNegatives,
    detectors: detectors.map(({ name, clean, crashes }) => ({ name, crashes, ...clean })),
    groups: peerRecall(comparison, ({ truth }) => truth!.group),
    kinds: peerRecall(comparison, kindOf),
    pairs: pairs.map(({ a, b }, place) => [a, b, ...detectors.map(({ found }) => found[place])]),
  };
}
