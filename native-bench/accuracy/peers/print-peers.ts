import { percent, printTable } from "../../measuring/print-table.js";
import type { JudgedPair } from "../judged-pair.js";
import { kindOf } from "../kind-of-edit.js";
import type { PeerComparison } from "./compare-peers.js";
import { peerRecall } from "./peer-recall.js";

/** Writes the recall of samecut and its peers by group and by kind of edit to stdout, and how each peer was read. */
export function printPeers(comparison: PeerComparison): void {
  const { strangers, hardNegatives, detectors } = comparison;
  process.stdout.write(
    `\n## Peers\n\nEach at the threshold that just clears ${strangers} pairs of different clips, and ${hardNegatives} hard negatives where they are not put aside:\n`,
  );
  for (const { name, clean, crashes } of detectors) {
    if (clean === undefined) continue;
    const fell = crashes === 0 ? "" : `; it crashed on ${crashes} of the pairs and has found nothing there`;
    process.stdout.write(`${name}: ${clean.reading} above ${Number(clean.threshold.toFixed(3))}${fell}\n`);
  }
  printBy("group", comparison, ({ truth }) => truth!.group);
  printBy("kind", comparison, kindOf);
}

function printBy(what: string, comparison: PeerComparison, nameOf: (pair: JudgedPair) => string): void {
  const { detectors } = comparison;
  process.stdout.write(`\nRecall of samecut and its peers, by ${what} of edit\n`);
  printTable(
    ["edit", "pairs", ...detectors.map(({ name }) => name)],
    peerRecall(comparison, nameOf).map(({ name, recalls }) => [
      ...[name, String(recalls[0]!.asked)],
      ...recalls.map(({ share }) => percent(share)),
    ]),
    ["left", "right", ...detectors.map(() => "right" as const)],
  );
}
