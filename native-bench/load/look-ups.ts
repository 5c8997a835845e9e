import autocannon from "autocannon";
import { type Random, seededRandom } from "../../samples/random.js";
import type { ServiceProcess } from "../serving/service-process.js";
import { loadId } from "./load-creatives.js";
import { followMemory, type MemoryCurve } from "./memory-curve.js";

/** What is asked about a creative of the library. */
export interface LookUp {
  readonly name: string;
  route(id: string): string;
}

/** What it is like, as was judged when it or the other was added. */
export const MATCHES_BY_ID: LookUp = {
  name: "matches by id",
  route: (id) => `/v1/creatives/${id}/matches`,
};

/** What is nearest to it, searched for and compared anew. */
export const NEAREST_BY_ID: LookUp = {
  name: "nearest by id",
  route: (id) => `/v1/creatives/${id}/nearest?k=3`,
};

/** How look-ups are asked. */
export interface LookUpOptions {
  /** Creatives of the library. */
  readonly creatives: number;
  readonly seconds: number;
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
  const { creatives, seconds, connections, rate, seed } = options;
  const random: Random = seededRandom("look-ups", name, seed);
  const memory = followMemory(service.pid);
  const result = await autocannon({
    url: service.url,
    duration: seconds,
    connections,
    timeout: 30,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [
      {
        method: "GET",
        setupRequest: (request) => ({ ...request, path: route(loadId(random.integer(0, creatives - 1))) }),
      },
    ],
  });
  const { p50, p90, p99, max } = result.latency;
  return {
    ...{ name, asked: options, latency: { p50, p90, p99, max }, memory: memory.stop() },
    answersASecond: result.requests.total / result.duration,
    errors: result.errors + result.timeouts + result.non2xx,
  };
}
