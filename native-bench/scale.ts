import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import { abortOnInterrupt } from "../samples/progress.js";
import { runCommand } from "../samples/run-command.js";
import type { Fingerprint } from "../src/fingerprint/fingerprint.js";
import { FIRST_STEP } from "../src/matching/compare-in-steps.js";
import { madeUpFrom } from "./corpus/made-up-from.js";
import { BenchRun } from "./measuring/bench-run.js";
import { describeMachine, machineLine } from "./measuring/machine.js";
import { percent, printTable } from "./measuring/print-table.js";
import { writeRun } from "./measuring/run-record.js";
import { wholeNumber } from "./measuring/whole-number.js";
import { compareWithExact, type ExactComparison } from "./scale/compare-with-exact.js";
import { drawSizes } from "./scale/draw-sizes.js";
import { GrowingLibrary } from "./scale/growing-library.js";
import { LIKENESS_QUANTILES, type Likeness, measureLikeness, plantedLikeness } from "./scale/likeness.js";
import { type CheckingCost, measureChecking } from "./scale/measure-checking.js";
import { measureSearching } from "./scale/measure-searching.js";
import type { MeasuredSize } from "./scale/measured-size.js";
import { plantQueries } from "./scale/planted-queries.js";
import type { RealCreative } from "./scale/real-creatives.js";
import { SyntheticCreatives } from "./scale/synthetic-creatives.js";

interface Options {
  readonly sizes: readonly number[];
  readonly queries: number;
  readonly exact: number;
  readonly checks: number;
  readonly clips: number;
  readonly seed: number;
  readonly record?: boolean;
}

/** One family of clips in so many is kept out of the library, so that there are creatives of which it has not even a picture. */
const KEPT_OUT = 5;

const signal = abortOnInterrupt();
await runCommand(
  new Command("bench:scale")
    .description("What a search costs and finds as a library of made-up creatives grows")
    .argument(
      "[folder]",
      "creatives whose pictures the made-up ones are pieced together from; default: our samples",
    )
    .option(
      "--sizes <list>",
      "creatives at which the library is measured, ascending",
      wholeNumbers,
      [1_000, 5_000],
    )
    .option("--queries <n>", "edited copies that are asked for", wholeNumber, 200)
    .option("--exact <n>", "of these, asked of exact search as well, at the first size", wholeNumber, 50)
    .option(
      "--checks <n>",
      "creatives like none of the library that are checked, comparing included",
      wholeNumber,
      30,
    )
    .option("--clips <n>", "most creatives read of the folder, the first by name", wholeNumber, 60)
    .option("--seed <n>", "another seed makes other creatives and edits", wholeNumber, 1)
    .option("--record", "keep the numbers under native-bench/runs")
    .action(bench),
  signal,
);

async function bench(folder: string | undefined, options: Options): Promise<void> {
  const { sizes, queries, exact, checks, clips, seed } = options;
  const run = new BenchRun("scale");
  const { folder: place, creatives: real } = await madeUpFrom(folder, clips, { signal });
  const { seen, unseen } = keepOut(real);
  const synthetic = new SyntheticCreatives(seen, seed);
  const fromOthers = new SyntheticCreatives(unseen, seed);
  const planted = plantQueries(synthetic, queries, seed);
  const likeness = [...measureLikeness(real, synthetic), plantedLikeness(planted)];
  printLikeness(likeness);
  const asked = ["--sizes", sizes.join(), "--queries", queries, "--exact", exact, "--checks", checks];
  const args = [basename(place), ...asked, "--seed", seed];
  /** Keeps what has been measured so far, in the place of what was kept before. */
  const keep = async (measured: readonly MeasuredSize[], comparison: ExactComparison): Promise<string> => {
    const circumstances = run.circumstances(args, await describeMachine());
    const results = { clips: real.length, likeness, measured, comparison };
    const file = await writeRun("scale", { ...circumstances, ...results });
    await writeFile(pictureOf(file), drawSizes(measured));
    return file;
  };
  await using library = await GrowingLibrary.create();
  await library.add(planted.map(({ stored }) => stored));
  const measured: MeasuredSize[] = [];
  let comparison: ExactComparison | undefined;
  let kept: string | undefined;
  for (const creatives of sizes) {
    process.stderr.write(`Filling the library up to ${creatives} creatives\n`);
    const adding = await library.add(more(synthetic, library.size, creatives));
    const searching = await measureSearching(library, planted);
    const bytesACreative = library.bytesACreative();
    const checking = await measureChecking(library, synthetic, synthetic, checks);
    const checkingNew = await measureChecking(library, synthetic, fromOthers, checks);
    measured.push({
      creatives,
      adding,
      bytesACreative,
      openingSeconds: await library.openingSeconds(),
      searching,
      checking,
      checkingNew,
    });
    comparison ??= await compareWithExact(
      library,
      [...planted.map(({ stored }) => stored), ...more(synthetic, queries, library.size)],
      {
        planted: planted.slice(0, exact),
        missed: searching.missed.map(({ id }) => planted[id]!),
      },
    );
    if (options.record) kept = await keep(measured, comparison);
  }
  printSizes(measured);
  printChecks(measured);
  printComparison(comparison, measured[0]!.searching.found);
  process.stdout.write(`\n${machineLine(await describeMachine())}\n`);
  if (kept !== undefined)
    process.stdout.write(`${basename(kept)} has the numbers, ${basename(pictureOf(kept))} the curves.\n`);
}

/** The fingerprints that the library is made up from, and those of other families. */
function keepOut(real: readonly RealCreative[]): { seen: Fingerprint[]; unseen: Fingerprint[] } {
  const families = [...new Set(real.map(({ family }) => family))];
  const isKeptOut = ({ family }: RealCreative): boolean =>
    families.indexOf(family) % KEPT_OUT === KEPT_OUT - 1;
  const [seen, unseen] = [real.filter((each) => !isKeptOut(each)), real.filter(isKeptOut)];
  // A folder of a few families has none to spare.
  const chosen = unseen.length === 0 ? seen : unseen;
  return {
    seen: seen.map(({ fingerprint }) => fingerprint),
    unseen: chosen.map(({ fingerprint }) => fingerprint),
  };
}

function pictureOf(file: string): string {
  return file.replace(/json$/, "svg");
}

/** Creatives that fill a library up to a size. Their numbers follow those of the planted ones. */
function* more(synthetic: SyntheticCreatives, from: number, to: number) {
  for (let id = from; id < to; id++) {
    signal.throwIfAborted();
    yield synthetic.stored(id);
  }
}

function printLikeness(likeness: readonly Likeness[]): void {
  process.stdout.write(
    "\nBest cosine of any two vectors: a moment of one creative and a moment of another, and a whole edit and its original\n",
  );
  printTable(
    ["creatives", "pairs", ...LIKENESS_QUANTILES.map((share) => percent(share, 0))],
    likeness.map(({ pairsOf, pairs, cosines }) => [
      ...[pairsOf, String(pairs)],
      ...cosines.map((cosine) => cosine.toFixed(2)),
    ]),
    ["left", ...Array<"right">(LIKENESS_QUANTILES.length + 1).fill("right")],
  );
}

function printSizes(measured: readonly MeasuredSize[]): void {
  const heads = ["creatives", "views", "added a CPU second", "KiB a creative", "opened in", "views asked"];
  printTable(
    [
      ...heads,
      "describing",
      "search p50",
      "p99",
      "CPU p50",
      "p99",
      "candidates",
      "found",
      `first ${FIRST_STEP}`,
    ],
    measured.map(({ creatives, adding, bytesACreative, openingSeconds, searching }) => [
      String(creatives),
      (adding.views / adding.creatives).toFixed(0),
      (adding.creatives / adding.cpuSeconds).toFixed(0),
      (bytesACreative / 1024).toFixed(1),
      `${openingSeconds.toFixed(1)} s`,
      searching.views.toFixed(0),
      ...[
        searching.describeMs,
        searching.searchMs.p50,
        searching.searchMs.p99,
        searching.cpuMs.p50,
        searching.cpuMs.p99,
      ].map(milliseconds),
      searching.candidates.toFixed(0),
      `${searching.found} of ${searching.withinReach}`,
      String(searching.inFirstStep),
    ]),
    Array<"right">(14).fill("right"),
  );
}

function printChecks(measured: readonly MeasuredSize[]): void {
  process.stdout.write("\nA whole check of what is like nothing in the library, decoding aside\n");
  const rowOf = (creatives: number, pictures: string, cost: CheckingCost): string[] => [
    String(creatives),
    pictures,
    cost.candidates.toFixed(0),
    ...[cost.comparingMs, cost.cpuMs.p50, cost.cpuMs.p99].map(milliseconds),
    `${cost.alike} of ${cost.compared}`,
  ];
  printTable(
    ["creatives", "pictures", "candidates", "comparing with one", "CPU p50", "p99", "alike"],
    measured.flatMap(({ creatives, checking, checkingNew }) => [
      rowOf(creatives, "new", checkingNew),
      rowOf(creatives, "known", checking),
    ]),
    ["right", "left", ...Array<"right">(5).fill("right")],
  );
}

function printComparison(comparison: ExactComparison | undefined, found: number): void {
  if (comparison === undefined) return;
  const { creatives, queries, exact, shared, originals, sharedOriginals, exactMs, missed, lost } = comparison;
  process.stdout.write(
    `\nExact search among ${creatives} creatives: ${(exactMs / 1000).toFixed(1)} s a query; of ${queries} queries it has the original of ${originals} among its candidates, the index that of ${sharedOriginals} of these (${percent(sharedOriginals / originals)}), and ${shared} of all its ${exact} candidates (${percent(shared / exact)}).\n`,
  );
  process.stdout.write(
    `Of the ${missed} planted copies that the index misses, exact search has the original of ${lost}: recall against exact search is ${percent(found / (found + lost), 2)}.\n`,
  );
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function wholeNumbers(text: string): number[] {
  return text
    .split(",")
    .map(wholeNumber)
    .sort((a, b) => a - b);
}
