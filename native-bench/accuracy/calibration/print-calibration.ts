import { GRADES } from "../../../src/verdict/similarity.js";
import { percent, printTable } from "../../measuring/print-table.js";
import type { JudgedPairs } from "../judged-corpus.js";
import { calibrate } from "./calibrate.js";

/** Writes to stdout what the scores of different clips let expect of more of them; `clips` says of which. */
export function printCalibration(part: JudgedPairs, clips: string): void {
  const rows = calibrate(part).map(
    ({ of, tailShare, fit, falseShare, falseInterval, threshold, thresholdInterval }) => [
      ...[of, `highest ${percent(tailShare, 0)}, from ${fit.start.toFixed(2)}`, String(fit.excesses)],
      ...[fit.shape.toFixed(2), fit.scale.toFixed(3), millionth(falseShare)],
      falseInterval.map(millionth).join(" to "),
      ...[score(threshold), thresholdInterval.map(score).join(" to ")],
    ],
  );
  process.stdout.write(`\nFalse pairs to be expected (${clips})\n`);
  if (rows.length === 0) {
    process.stdout.write("\nToo few scores of different clips to tell.\n");
    return;
  }
  const heads = [
    "pairs of",
    "tail",
    "scores",
    "shape",
    "scale",
    `in a million at ${GRADES.similar}`,
    "95 % interval",
  ];
  printTable([...heads, "threshold for one in a million", "95 % interval"], rows, [
    ...(["left", "left", "right", "right", "right", "right", "right", "right", "right"] as const),
  ]);
}

/** So many in a million. */
function millionth(share: number): string {
  const count = share * 1e6;
  return count < 10 ? count.toPrecision(2) : count.toFixed(0);
}

/** Above 1 there are no scores: no threshold is so high. */
function score(value: number): string {
  return value > 1 ? "none" : value.toFixed(2);
}
