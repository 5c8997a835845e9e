import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { seededRandom } from "../../samples/random.js";
import { openLibrary } from "../../src/library/open-library.js";
import type { StoreProblem } from "../../src/library/store.js";
import type { ServiceSettingsInput } from "../../src/service/index.js";
import { type Answer, ask } from "../serving/request.js";
import { type LoggedFailure, ServiceProcess } from "../serving/service-process.js";
import type { SmallUpload } from "../serving/small-uploads.js";
import { type BrokenPromise, Ledger } from "./ledger.js";
import type { LoggedRequest, Span } from "./request-log.js";
import { UploadClient } from "./upload-client.js";

/** What a scene is set up with. */
export interface SceneOptions {
  /** The command line as JavaScript. */
  readonly program: string;
  /** Empty; the service's settings, library and temporary files go there. */
  readonly folder: string;
  readonly uploads: readonly SmallUpload[];
  readonly seed: number;
  readonly settings?: Partial<ServiceSettingsInput>;
  /** See {@link ServiceProcess}. */
  readonly wrapper?: readonly string[];
}

/** Longest pause between two requests of a client, milliseconds. */
const PAUSE_MILLISECONDS = 30;

const SWITCH = new URL("fault-switch.mjs", import.meta.url).href;

/** A service under traffic, whose faults are somebody else's. */
export class FaultScene implements AsyncDisposable {
  readonly folder: string;
  readonly libraryFolder: string;
  readonly ledger = new Ledger();
  readonly requests: LoggedRequest[] = [];
  /** From the end of a service to the moment the next one answered. */
  readonly restarts: Span[] = [];
  /** Promises that were broken. */
  readonly broken: BrokenPromise[] = [];
  /** What the services' logs told of failures. */
  readonly logged: LoggedFailure[] = [];
  readonly clients: readonly UploadClient[];
  readonly #options: SceneOptions;
  readonly #inFlight = new Set<Promise<void>>();
  #service: ServiceProcess | undefined;
  #paused = true;
  #over = false;
  #traffic: Promise<unknown> = Promise.resolve();

  private constructor(options: SceneOptions) {
    this.#options = options;
    this.folder = options.folder;
    this.libraryFolder = join(options.folder, "library");
    this.clients = options.uploads.map((upload, number) => {
      const random = seededRandom("client", options.seed, number);
      return new UploadClient(`client${number}`, {
        ...{ ledger: this.ledger, upload, random },
        ask: (method, route, body) => this.#ask(method, route, body),
        report: (broken) => this.broken.push(broken),
      });
    });
  }

  /** Starts the service and the traffic. */
  static async open(options: SceneOptions): Promise<FaultScene> {
    const scene = new FaultScene(options);
    scene.#service = await scene.#start();
    scene.#traffic = Promise.all(scene.clients.map((client) => scene.#keepAsking(client)));
    scene.resume();
    return scene;
  }

  /** The service that runs; throws while none does. */
  get service(): ServiceProcess {
    if (this.#service === undefined) throw new Error("No service runs");
    return this.#service;
  }

  /** Ends the service by a signal, does something while none runs, and starts another one. */
  async restart(signal: NodeJS.Signals, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    const from = Date.now();
    const ending = this.service;
    this.#service = undefined;
    const open = { from, to: Number.POSITIVE_INFINITY };
    this.restarts.push(open);
    await ending.end(signal);
    this.logged.push(...ending.failures);
    try {
      await meanwhile();
    } finally {
      this.#service = await this.#start();
      open.to = Date.now();
    }
  }

  /** Tries to start a service where it ought to refuse; what it said. Undefined where it started, which is ended again. */
  async refusalToStart(): Promise<string | undefined> {
    try {
      const started = await this.#start();
      await started.end("SIGTERM");
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** Notes something that ought to be otherwise. */
  expect(holds: boolean, detail: string, id = "-"): void {
    if (!holds) this.broken.push({ id, detail });
  }

  /** Waits until the service has acknowledged some more writes. */
  async untilAcknowledged(writes: number): Promise<void> {
    const wanted = this.ledger.acknowledged + writes;
    while (this.ledger.acknowledged < wanted && this.service.isRunning) await delay(PAUSE_MILLISECONDS);
  }

  /** Stops the traffic; resolves when nothing is under way. */
  async pause(): Promise<void> {
    this.#paused = true;
    await Promise.allSettled([...this.#inFlight]);
  }

  resume(): void {
    this.#paused = false;
  }

  /** Compares what is there with what was acknowledged, and has every client make sure that copies are found; the traffic rests meanwhile. */
  async settle(): Promise<void> {
    await this.pause();
    const listed = await ask(this.service.url, "GET", "/v1/creatives");
    this.expect(listed?.status === 200, "the list of creatives was not answered");
    const lines = String(listed?.body ?? "")
      .split("\n")
      .filter((line) => line !== "");
    this.broken.push(...this.ledger.settle(lines.map((line) => JSON.parse(line).id as string)));
    for (const client of this.clients) await client.probe();
    this.resume();
  }

  /** Ends traffic and service; what is found wrong with the library afterwards. */
  async close(): Promise<StoreProblem[]> {
    await this.#endTraffic();
    const { status, stderr } = await this.service.end("SIGTERM");
    this.logged.push(...this.service.failures);
    this.expect(status === 0, `the service ended with status ${status}: ${stderr.slice(-200)}`);
    return await this.problems();
  }

  /** What a look at everything that is stored finds wrong, and whether everything that was allowed still is. */
  async problems(): Promise<StoreProblem[]> {
    await using library = await openLibrary(this.libraryFolder, { readOnly: true, settings: { jobs: 1 } });
    this.broken.push(...this.ledger.settleAllowed(await library.allowedPairs()));
    return await library.verify();
  }

  /** Leaves no process behind, whatever has happened. */
  async [Symbol.asyncDispose](): Promise<void> {
    const ended = this.#service?.end("SIGKILL");
    await this.#endTraffic();
    await ended;
  }

  async #endTraffic(): Promise<void> {
    await this.pause();
    this.#over = true;
    await this.#traffic;
  }

  #start(): Promise<ServiceProcess> {
    const { program, folder, settings, wrapper } = this.#options;
    return ServiceProcess.start({
      ...{ program, folder, preload: SWITCH },
      ...(settings === undefined ? {} : { settings }),
      ...(wrapper === undefined ? {} : { wrapper }),
    });
  }

  async #keepAsking(client: UploadClient): Promise<void> {
    const random = seededRandom("pauses", this.#options.seed, client.name);
    while (!this.#over) {
      if (!this.#paused && this.#service?.isRunning) {
        const step = client.step();
        this.#inFlight.add(step);
        await step.finally(() => this.#inFlight.delete(step));
      }
      await delay(random.number(1, PAUSE_MILLISECONDS));
    }
  }

  async #ask(method: string, route: string, body?: Uint8Array | object): Promise<Answer | undefined> {
    const from = Date.now();
    const answer = await ask(this.service.url, method, route, body);
    this.requests.push({ from, to: Date.now(), status: answer?.status, code: answer?.code });
    return answer;
  }
}
