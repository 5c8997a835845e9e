import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RUNS_FOLDER } from "./bench-folders.js";
import type { Machine } from "./machine.js";

/** How a run came about, complete enough to be repeated and compared. */
export interface Circumstances {
  /** Without the folders of this machine. */
  readonly command: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly elapsedSeconds: number;
  readonly machine: Machine;
}

/** One run of a benchmark, and what was measured, by name. */
export type RunRecord = Circumstances & { readonly [name: string]: unknown };

/**
 * Writes a run to `runs/<benchmark>-<moment>.json` and returns the file's path. Lists have one entry a line, so that
 * two runs can be told apart by a text comparison.
 */
export async function writeRun(benchmark: string, record: RunRecord): Promise<string> {
  await mkdir(RUNS_FOLDER, { recursive: true });
  const moment = record.startedAt.replace(/\.\d+Z$/, "Z").replaceAll(":", "");
  const path = join(RUNS_FOLDER, `${benchmark}-${moment}.json`);
  const fields = Object.entries(record).map(([name, value]) => `  ${JSON.stringify(name)}: ${lines(value)}`);
  await writeFile(path, `{\n${fields.join(",\n")}\n}\n`);
  return path;
}

function lines(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return json(value);
  return `[\n${value.map((entry) => `    ${json(entry)}`).join(",\n")}\n  ]`;
}

/** Digits behind the point that are kept; what measuring adds beyond them is noise of binary fractions. */
const DIGITS = 6;

function json(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === "number" ? Number(each.toFixed(DIGITS)) : each));
}
