import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseTruth, type TruthFile } from "../../samples/truth/truth-file.js";
import { OUT_FOLDER } from "../measuring/bench-folders.js";
import type { Corpus } from "./corpus.js";
import { renderedSamples } from "./rendered-samples.js";

/** How a corpus is made. */
export interface CorpusOptions {
  /** Where edits of a folder of clips go; default: beside the other things benchmarks make. */
  readonly out?: string;
  /** Renders at a time. */
  readonly jobs: number;
  /** Of the generator's random choices. */
  readonly seed: number;
  readonly signal: AbortSignal;
}

const MAKE_EDITS = fileURLToPath(new URL("../../samples/make-edits.ts", import.meta.url));

/**
 * The corpus of a folder: one that was made before (it has a `truth.json`) as it is; clips, after every edit of them
 * has been rendered; without a folder, our own samples. What is rendered already is not rendered again.
 */
export async function openCorpus(folder: string | undefined, options: CorpusOptions): Promise<Corpus> {
  if (folder === undefined) return await renderedSamples(options);
  const made = await readTruth(folder);
  if (made !== undefined) return { name: basename(folder), folder, truth: made };
  const out = options.out ?? join(OUT_FOLDER, "corpus", basename(folder));
  await makeEdits(folder, out, options);
  const truth = await readTruth(out);
  if (truth === undefined) throw new Error(`${folder} has no clips that edits could be made from`);
  return { name: basename(folder), folder: out, truth };
}

/** Of longer clips the strengths are made of the beginning, seconds: rendering is most of what curves cost. */
const LONGEST_STRENGTH_SECONDS = 6;

/**
 * A corpus of some clips of a folder, no longer than {@link LONGEST_STRENGTH_SECONDS}, with each kind of edit at many strengths. Of a corpus that
 * was made before, the originals are taken.
 */
export async function openStrengths(
  folder: string,
  clips: number,
  options: Omit<CorpusOptions, "out">,
): Promise<Corpus> {
  const isMade = (await readTruth(folder)) !== undefined;
  const out = join(OUT_FOLDER, "strengths", basename(folder));
  await makeEdits(isMade ? join(folder, "originals") : folder, out, options, [
    ...["--strengths", "--clips", String(clips), "--max-seconds", String(LONGEST_STRENGTH_SECONDS)],
  ]);
  const truth = await readTruth(out);
  if (truth === undefined) throw new Error(`${folder} has no clips that edits could be made from`);
  return { name: basename(folder), folder: out, truth };
}

async function readTruth(folder: string): Promise<TruthFile | undefined> {
  const text = await readFile(join(folder, "truth.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseTruth(text);
}

/** Runs the generator as its users do; single clips that cannot be edited are its warnings, not our end. */
async function makeEdits(
  clips: string,
  out: string,
  options: CorpusOptions,
  more: readonly string[] = [],
): Promise<void> {
  const settings = ["--jobs", String(options.jobs), "--seed", String(options.seed), ...more];
  const child = spawn(process.execPath, ["--import", "tsx", MAKE_EDITS, clips, out, ...settings], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = (): boolean => child.kill("SIGINT");
  options.signal.addEventListener("abort", stop, { once: true });
  await once(child, "close");
  options.signal.removeEventListener("abort", stop);
  options.signal.throwIfAborted();
}
