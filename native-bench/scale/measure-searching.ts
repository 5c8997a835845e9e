import { candidateQuery } from "../../src/matching/candidate-evidence.js";
import { FIRST_STEP } from "../../src/matching/compare-in-steps.js";
import { cpuSeconds, cpuSecondsSince, totalCpu } from "../measuring/cpu-seconds.js";
import { median } from "../measuring/median.js";
import { quantile } from "../measuring/quantile.js";
import type { GrowingLibrary } from "./growing-library.js";
import { isWithinReach, type PlantedQuery } from "./planted-queries.js";

/** What asking for the planted creatives took and brought. */
export interface SearchingCost {
  readonly queries: number;
  /** Views asked for a creative, each orientation counted, mean. */
  readonly views: number;
  /** From a fingerprint to what is asked, wall-clock milliseconds, median. */
  readonly describeMs: number;
  /** From there to the candidates, wall-clock milliseconds. */
  readonly searchMs: { readonly p50: number; readonly p99: number };
  /** Both, CPU milliseconds of all threads: the figures to go by on a busy machine. */
  readonly cpuMs: { readonly mean: number; readonly p50: number; readonly p99: number };
  /** Candidates, mean. */
  readonly candidates: number;
  /** Planted creatives that exact comparison has within the radius, and how many of them were found. */
  readonly withinReach: number;
  readonly found: number;
  /** Those among the nearest {@link FIRST_STEP}: the others are compared only where one of these is a find. */
  readonly inFirstStep: number;
  /** Those that were not found, for which {@link SearchingCost.candidates} nearer creatives leave no room or which the graph missed. */
  readonly missed: readonly { readonly id: number; readonly squaredDistance: number }[];
}

/** Queries that are asked first and not counted. */
const WARM_UP = 3;

/** Asks a library for every planted creative, one after the other. */
export async function measureSearching(
  library: GrowingLibrary,
  planted: readonly PlantedQuery[],
): Promise<SearchingCost> {
  for (const { edited } of planted.slice(0, WARM_UP)) await library.find(candidateQuery(edited));
  const times = { describe: [] as number[], search: [] as number[], cpu: [] as number[] };
  const places = new Map<number, number>();
  let views = 0;
  let candidates = 0;
  for (const { id, edited } of planted) {
    const before = cpuSeconds();
    const startedAt = performance.now();
    const query = candidateQuery(edited);
    const describedAt = performance.now();
    const answer = await library.find(query);
    times.search.push(performance.now() - describedAt);
    times.describe.push(describedAt - startedAt);
    times.cpu.push(1000 * totalCpu(cpuSecondsSince(before)));
    views += query.views.reduce((sum, { turns }) => sum + turns, 0);
    candidates += answer.length;
    const place = answer.findIndex((candidate) => candidate.id === id);
    if (place >= 0) places.set(id, place);
  }
  const within = planted.filter(isWithinReach);
  const missed = within.filter(({ id }) => !places.has(id));
  return {
    queries: planted.length,
    views: views / planted.length,
    describeMs: median(times.describe),
    searchMs: { p50: median(times.search), p99: quantile(times.search, 0.99) },
    cpuMs: {
      mean: times.cpu.reduce((sum, each) => sum + each, 0) / planted.length,
      p50: median(times.cpu),
      p99: quantile(times.cpu, 0.99),
    },
    candidates: candidates / planted.length,
    withinReach: within.length,
    found: within.length - missed.length,
    inFirstStep: within.filter(({ id }) => (places.get(id) ?? FIRST_STEP) < FIRST_STEP).length,
    missed: missed.map(({ id, squaredDistance }) => ({ id, squaredDistance })),
  };
}
