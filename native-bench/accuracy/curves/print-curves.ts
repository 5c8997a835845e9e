import { percent, printTable } from "../../measuring/print-table.js";
import type { Curve } from "./curves.js";

/** Writes to stdout how far each kind of edit can go, and what is found of every strength. */
export function printCurves(curves: readonly Curve[]): void {
  process.stdout.write("\nHow strong an edit may be for every pair to be found\n");
  printTable(
    ["edit", "unit", "tried", "all found to"],
    curves.map(({ series, unit, points, holdsTo }) => [
      ...[series, unit, `${points[0]!.strength} to ${points.at(-1)!.strength}`, String(holdsTo ?? "–")],
    ]),
    ["left", "left", "left", "right"],
  );
  process.stdout.write("\nRecall by strength of edit\n");
  printTable(
    ["edit", "strength", "pairs", "recall", "95 % interval", "mean similarity"],
    curves.flatMap(({ series, points }) =>
      points.map(({ strength, recall, similarity }) => [
        ...[series, String(strength), String(recall.asked), percent(recall.share)],
        ...[recall.interval.map((bound) => percent(bound)).join(" to "), similarity.toFixed(2)],
      ]),
    ),
    ["left", "right", "right", "right", "right", "right"],
  );
}
