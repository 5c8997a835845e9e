import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import { renderedSamples } from "./corpus/rendered-samples.js";
import { distinctUploads } from "./load/distinct-uploads.js";
import { filledLibrary } from "./load/filled-library.js";
import { KNOWN_BY_ID, type LookUpResult, measureLookUps, SEARCHED_BY_ID } from "./load/look-ups.js";
import { printLoad } from "./load/print-load.js";
import { sendTooManyUploads, type TooManyUploadsResult } from "./load/too-many-uploads.js";
import { BenchRun } from "./measuring/bench-run.js";
import { wholeNumber } from "./measuring/whole-number.js";
import { realCreatives } from "./scale/real-creatives.js";
import { SyntheticCreatives } from "./scale/synthetic-creatives.js";
import { ServiceProcess } from "./serving/service-process.js";

interface Options {
  readonly creatives: number;
  readonly seconds: number;
  readonly rate: number;
  readonly seed: number;
  readonly only: readonly Part[];
  readonly record?: boolean;
}

/** What is measured: look-ups of what is known at a rate, neighbours that have to be searched for, more uploads than can be decoded. */
const PARTS = ["known", "searched", "uploads"] as const;
type Part = (typeof PARTS)[number];

/** Seconds of what comes before a measurement: code is compiled, the index is read. */
const WARM_UP_SECONDS = 5;

/** Each search takes seconds; the first one reads the index. */
const WARM_UP_SEARCHES = 2;
const SEARCHES = 12;
const UPLOAD_SECONDS = 60;

/** Fewer than the default, so that a minute fills the queue of a slow machine too. */
const PENDING_CALLS = 16;

/** Different videos that are sent again and again. */
const DISTINCT_UPLOADS = 12;

/** Creatives of the folder whose pictures the made-up ones are pieced together from. */
const REAL_CREATIVES = 12;

const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:load")
    .description(
      "How quickly a service looks up what it knows, and what it does with more uploads than it can decode",
    )
    .argument(
      "[folder]",
      "creatives whose pictures the made-up ones are pieced together from; default: our samples",
    )
    .option("--creatives <n>", "of the library", wholeNumber, 10_000)
    .option("--seconds <n>", "of look-ups", wholeNumber, 60)
    .option("--rate <n>", "look-ups a second", wholeNumber, 500)
    .option("--seed <n>", "another seed makes other creatives", wholeNumber, 1)
    .addOption(new Option("--only <parts...>", "of the benchmark").choices(PARTS).default(PARTS))
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench(given: string | undefined, options: Options): Promise<void> {
  const { creatives, seconds, rate, seed, only, record } = options;
  const run = new BenchRun("load");
  const folder = await mkdtemp(join(tmpdir(), "samecut-load-"));
  try {
    const asks = only.some((part) => part !== "uploads");
    const lookUps = asks ? await lookUp(given, folder, options) : [];
    const uploads = only.includes("uploads") ? await upload(folder) : undefined;
    printLoad(lookUps, uploads);
    const place = given === undefined ? [] : [basename(given)];
    const rates = ["--creatives", creatives, "--seconds", seconds, "--rate", rate, "--seed", seed];
    const results = { lookUps, ...(uploads === undefined ? {} : { uploads }) };
    await run.end([...place, ...rates, "--only", ...only], results, { record });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function lookUp(
  given: string | undefined,
  folder: string,
  { creatives, seconds, rate, seed, only }: Options,
): Promise<LookUpResult[]> {
  const place = given === undefined ? await sampleOriginals() : resolve(given);
  const real = await realCreatives(place, REAL_CREATIVES, { signal });
  const synthetic = new SyntheticCreatives(
    real.map(({ fingerprint }) => fingerprint),
    seed,
  );
  const library = await filledLibrary(synthetic, creatives, { seed, signal });
  // Nothing is written to it: it needs no copy.
  const settings = { library, logLevel: "warn", limits: { requestsPerMinute: 10_000_000 } } as const;
  const service = await ServiceProcess.start({ program: PROGRAM, folder, settings });
  const asked = { creatives, seed, connections: 50 };
  const results: LookUpResult[] = [];
  process.stderr.write("Looking up\n");
  if (only.includes("known")) {
    await measureLookUps(service, KNOWN_BY_ID, { ...asked, rate, until: { seconds: WARM_UP_SECONDS } });
    results.push(await measureLookUps(service, KNOWN_BY_ID, { ...asked, rate, until: { seconds } }));
  }
  if (only.includes("searched")) {
    const first = { ...asked, connections: 1, until: { answers: WARM_UP_SEARCHES } };
    await measureLookUps(service, SEARCHED_BY_ID, first);
    const few = { ...asked, connections: 2, until: { answers: SEARCHES } };
    results.push(await measureLookUps(service, SEARCHED_BY_ID, few));
  }
  await service.end("SIGTERM");
  return results;
}

/** To a library that is empty, so that decoding is what limits. */
async function upload(folder: string): Promise<TooManyUploadsResult> {
  process.stderr.write("Uploading\n");
  const library = join(folder, "library");
  const settings = { library, logLevel: "warn", limits: { pendingCalls: PENDING_CALLS } } as const;
  const service = await ServiceProcess.start({ program: PROGRAM, folder, settings });
  const videos = await distinctUploads(join(folder, "videos"), DISTINCT_UPLOADS);
  const result = await sendTooManyUploads(service, videos, UPLOAD_SECONDS);
  await service.end("SIGTERM");
  return result;
}

async function sampleOriginals(): Promise<string> {
  return join((await renderedSamples({ jobs: availableParallelism(), signal })).folder, "creatives");
}
