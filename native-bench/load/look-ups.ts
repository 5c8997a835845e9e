import autocannon from "autocannon";
import { type Random, seededRandom } from "../../samples/random.js";
import { readProcess } from "../serving/process-tree.js";
import type { ServiceProcess } from "../serving/service-process.js";
import { loadId } from "./load-creatives.js";
import { followMemory, type MemoryCurve } from "./memory-curve.js";

/** What is asked about a creative of the library. */
export interface LookUp {
  readonly name: string;
  route(id: string, random: Random): string;
}

/** What it is like and who is nearest, in turns by lot, as was judged when it or the other was added. */
export const KNOWN_BY_ID: LookUp = {
  name: "matches or nearest 3 by id, known",
  route: (id, random) => `/v1/creatives/${id}/${random.pick(["matches", "nearest?k=3"])}`,
};

/** More neighbours than are known: they are searched for and compared anew. */
export const SEARCHED_BY_ID: LookUp = {
  name: "nearest 20 by id, searched for",
  route: (id) => `/v1/creatives/${id}/nearest?k=20`,
};

/** A search on a busy machine takes half a minute. */
const TIMEOUT_SECONDS = 120;

/** How look-ups are asked. */
export interface LookUpOptions {
  /** Creatives of the library. */
  readonly creatives: number;
  /** Asked for so long, or so many times: what is under way at the end of a time is measured and never answered. */
  readonly until: { readonly seconds: number } | { readonly answers: number };
  readonly connections: number;
  /** Look-ups a second; undefined: each connection asks as soon as it has its answer. */
  readonly rate?: number;
  readonly seed: number;
}

/** How look-ups were answered. */
export interface LookUpResult {
  readonly name: string;
  readonly asked: LookUpOptions;
  readonly answersASecond: number;
  /** CPU time of the service, milliseconds an answer: other work on the machine hardly changes it. */
  readonly cpuMilliseconds: number;
  /** Milliseconds; where a rate was asked for, from the moment a look-up was due. */
  readonly latency: {
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
    readonly max: number;
  };
  /** Connections that failed or timed out, and answers other than 200. */
  readonly errors: number;
  readonly memory: MemoryCurve;
}

/** Asks a service about random creatives of its library. */
export async function measureLookUps(
  service: ServiceProcess,
  { name, route }: LookUp,
  options: LookUpOptions,
): Promise<LookUpResult> {
  const { creatives, until, connections, rate, seed } = options;
  const random: Random = seededRandom("look-ups", name, seed);
  const memory = followMemory(service.pid);
  const cpuSeconds = (): number => readProcess(service.pid)?.cpuSeconds ?? Number.NaN;
  const cpuBefore = cpuSeconds();
  const result = await autocannon({
    url: service.url,
    ...("seconds" in until ? { duration: until.seconds } : { amount: until.answers }),
    connections,
    timeout: TIMEOUT_SECONDS,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [
      {
        method: "GET",
        setupRequest: (request) => ({
          ...request,
          path: route(loadId(random.integer(0, creatives - 1)), random),
        }),
      },
    ],
  });
  const { p50, p90, p99, max } = result.latency;
  return {
    ...{ name, asked: options, latency: { p50, p90, p99, max }, memory: memory.stop() },
    cpuMilliseconds: (1000 * (cpuSeconds() - cpuBefore)) / result.requests.total,
    answersASecond: result.requests.total / result.duration,
    errors: result.errors + result.timeouts + result.non2xx,
  };
}
