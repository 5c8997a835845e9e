import { percent, printTable } from "../measuring/print-table.js";
import type { LookUpResult } from "./look-ups.js";
import type { TooManyUploadsResult } from "./too-many-uploads.js";

const MEBIBYTE = 1024 ** 2;

/** Prints how look-ups and uploads were answered. */
export function printLoad(lookUps: readonly LookUpResult[], uploads: TooManyUploadsResult | undefined): void {
  if (lookUps.length > 0)
    printTable(
      [
        "asked",
        "a second",
        "answered",
        "CPU, ms",
        "p50, ms",
        "p90",
        "p99",
        "most",
        "errors",
        "memory, MiB",
        "growth",
      ],
      lookUps.map(({ name, asked, answersASecond, cpuMilliseconds, latency, errors, memory }) => [
        `${name}, ${"seconds" in asked.until ? `${asked.until.seconds} s` : `${asked.until.answers} times`}, ${asked.connections} connections`,
        String(asked.rate ?? "any"),
        answersASecond.toFixed(2),
        cpuMilliseconds.toFixed(1),
        ...[latency.p50, latency.p90, latency.p99, latency.max].map((milliseconds) =>
          milliseconds.toFixed(0),
        ),
        String(errors),
        (memory.most / MEBIBYTE).toFixed(0),
        percent(memory.late / memory.early - 1),
      ]),
      ["left", "right", "right", "right", "right", "right", "right", "right", "right", "right", "right"],
    );
  if (uploads === undefined) return;
  const {
    capacityASecond,
    sentASecond,
    sent,
    answers,
    takenSeconds99,
    busySeconds99,
    acknowledged,
    lost,
    peaks,
  } = uploads;
  const told = Object.entries(answers).map(([code, count]) => `${code} ${count}`);
  process.stdout.write(
    `\nUploads: ${capacityASecond.toFixed(1)} a second can be taken; ${sent} were sent at ${sentASecond.toFixed(1)} a second: ${told.join(", ")}.\n` +
      `99 of 100 that were taken had their answer within ${takenSeconds99.toFixed(1)} s, of the others within ${busySeconds99.toFixed(2)} s.\n` +
      `Acknowledged: ${acknowledged}, of these not there: ${lost.length}. Most memory: service ${(peaks.service / MEBIBYTE).toFixed(0)} MiB, any one decoder ${(peaks.decoder / MEBIBYTE).toFixed(0)} MiB.\n`,
  );
}
