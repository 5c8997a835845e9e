import { printTable } from "../../measuring/print-table.js";
import type { ScenePairs } from "./scene-pairs.js";

/** Writes how originals score by who is seen in them and where, to stdout. */
export function printScenes(rows: readonly ScenePairs[]): void {
  process.stdout.write("\nPersons and rooms (rules 5 and 6)\n");
  printTable(
    ["two originals", "pairs", "median", "highest", "similar", "possible", "rule 5 or 6"],
    rows.map(({ samePerson, sameRoom, pairs, median, highest, similar, possible, named }) => [
      `${samePerson ? "the same person" : "another person"} in ${sameRoom ? "the same room" : "another room"}`,
      ...[String(pairs), text(median), text(highest), String(similar), String(possible), String(named)],
    ]),
    ["left", "right", "right", "right", "right", "right", "right"],
  );
}

const text = (similarity: number) => (Number.isNaN(similarity) ? "–" : similarity.toFixed(2));
