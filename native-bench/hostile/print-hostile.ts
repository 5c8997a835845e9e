import { printTable } from "../measuring/print-table.js";
import type { HostileAnswers } from "./hostile-answers.js";
import type { HostileResult } from "./hostile-run.js";

const MEBIBYTE = 1024 ** 2;

/** Prints what was sent, how it was answered, and what ought not to be so. */
export function printHostile(result: HostileResult): void {
  const rows: [string, HostileAnswers | undefined][] = [
    [`mutations of ${result.formats} formats`, result.mutants],
    ["disguises", result.disguises],
    ["bombs and archives", result.bombs],
  ];
  printTable(
    ["creatives", "sent", "fingerprint", "coded error", "wrong", "slowest, s", "codes"],
    rows.flatMap(([name, answers]) => (answers === undefined ? [] : [rowOf(name, answers)])),
    ["left", "right", "right", "right", "right", "right", "left"],
  );
  const { names, requests, slow, crowds, peaks } = result;
  say(`${names.length} names and paths, ${requests.length} contradictory requests.`);
  say(
    `${slow.uploads} uploads a byte at a time: ${counts(slow.endings)}, the last after ${slow.seconds.toFixed(1)} s; an ordinary upload beside them took ${seconds(slow.ordinarySeconds)}.`,
  );
  for (const { connections, held, ordinarySeconds, afterwardsSeconds, residentBytes } of crowds)
    say(
      `${connections} connections, ${held} held: a request beside them took ${seconds(ordinarySeconds)}, afterwards ${seconds(afterwardsSeconds)}; the service held ${mebibytes(residentBytes)}.`,
    );
  say(`Most memory: service ${mebibytes(peaks.service)}, any one decoder ${mebibytes(peaks.decoder)}.`);
  if (result.missingFormats.length > 0)
    say(`Not rendered by this ffmpeg: ${result.missingFormats.join(", ")}`);
  for (const { code, message } of result.logged) say(`logged: ${code}: ${message}`);
  say(result.findings.length === 0 ? "Nothing that ought not to be so." : "Ought not to be so:");
  for (const finding of result.findings) say(`- ${finding}`);
}

function rowOf(name: string, { sent, kinds, slowest, codes }: HostileAnswers): string[] {
  return [
    name,
    String(sent),
    String(kinds.fingerprint),
    String(kinds["coded error"]),
    String(kinds.wrong),
    `${slowest.seconds.toFixed(1)} (${slowest.name})`,
    counts(codes),
  ];
}

function counts(byName: Readonly<Record<string, number>>): string {
  return Object.entries(byName)
    .sort(([, p], [, q]) => q - p)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function seconds(value: number | undefined): string {
  return value === undefined ? "for ever" : `${value.toFixed(2)} s`;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / MEBIBYTE)} MiB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
