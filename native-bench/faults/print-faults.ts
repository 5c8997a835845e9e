import { median } from "../measuring/median.js";
import { printTable } from "../measuring/print-table.js";
import { overall } from "./request-log.js";
import type { FaultResult } from "./strike-often.js";

/** Promises that are told one by one. */
const TOLD = 20;

/** Prints a line for each fault, then what was broken. */
export function printFaults(results: readonly FaultResult[], leftOut: readonly string[]): void {
  printTable(
    [
      "fault",
      "strikes",
      "acknowledged",
      "broken",
      "requests",
      "failed",
      "available",
      "refused",
      "restart, s",
    ],
    results.map(({ fault, strikes, acknowledged, broken, availability, restartSeconds }) => [
      fault,
      String(strikes),
      String(acknowledged),
      String(broken.length),
      String(availability.requests),
      String(availability.failed),
      available(availability.requests, availability.failed),
      byCode(availability.refused),
      restartSeconds.length === 0
        ? "–"
        : `${median(restartSeconds).toFixed(1)} (most ${Math.max(...restartSeconds).toFixed(1)})`,
    ]),
    ["left", "right", "right", "right", "right", "right", "right", "left", "right"],
  );
  const { requests, failed } = overall(results.map(({ availability }) => availability));
  process.stdout.write(
    `\nAll together: ${available(requests, failed)} of ${requests} requests outside of restarts answered as they should be.\n`,
  );
  for (const fault of leftOut) process.stdout.write(`Left out, for this user may not do it: ${fault}\n`);
  for (const { fault, availability, logged } of results) {
    if (availability.failed === 0) continue;
    const messages = new Set(logged.map(({ code, message }) => `${code}: ${message}`));
    process.stdout.write(
      `${fault} failed: ${byCode(availability.failures)}; logged: ${[...messages].join(" | ")}\n`,
    );
  }
  for (const { fault, broken } of results)
    for (const { id, detail } of broken.slice(0, TOLD)) process.stdout.write(`${fault}: ${id}: ${detail}\n`);
}

function byCode(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([code, count]) => `${code} ${count}`)
    .join(", ");
}

function available(requests: number, failed: number): string {
  return requests === 0 ? "–" : `${((100 * (requests - failed)) / requests).toFixed(2)} %`;
}
