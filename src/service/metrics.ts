import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Bounds of answer times, seconds: look-ups take milliseconds, uploads seconds. */
const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

/** The service's own figures, for Prometheus. */
export class ServiceMetrics {
  readonly #registry = new Registry();
  readonly #answers: Histogram;
  readonly #open: Gauge;
  readonly #outcomes: Counter;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#answers = new Histogram({
      name: "samecut_http_answer_seconds",
      help: "Seconds until a request was answered",
      labelNames: ["method", "route", "status"],
      buckets: ANSWER_SECONDS,
      registers,
    });
    this.#open = new Gauge({ name: "samecut_http_open_requests", help: "Requests under way", registers });
    this.#outcomes = new Counter({
      name: "samecut_creatives_total",
      help: "Creatives that were judged, by what came of it: an outcome, or an error's code",
      labelNames: ["outcome"],
      registers,
    });
  }

  /** Notes that a request has come. */
  opened(): void {
    this.#open.inc();
  }

  /** Notes an answer; `route` is the pattern, for paths of their own would be without number. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.#open.dec();
    this.#answers.observe({ method, route, status }, seconds);
  }

  /** Notes what came of a creative. */
  judged(outcome: string): void {
    this.#outcomes.inc({ outcome });
  }

  /** All figures in Prometheus' text format. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
