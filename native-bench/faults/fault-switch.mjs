/**
 * Loaded into a service before the service itself: does to it from within, when it is told to, what cannot be done to
 * a process from outside. Messages: `{ clockOffsetMilliseconds }` and `{ endIndexThread: true }`.
 */
import { syncBuiltinESMExports } from "node:module";
import workerThreads from "node:worker_threads";

/** How long the thread is given to end by itself, milliseconds. */
const THREAD_END_MILLISECONDS = 5_000;

const RealDate = Date;
let offsetMilliseconds = 0;
const now = () => RealDate.now() + offsetMilliseconds;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

/** Reaches the thread of the store, which starts the index's. */
const betweenThreads = new workerThreads.BroadcastChannel("samecut-fault-switch");
betweenThreads.unref();

/** @type {workerThreads.Worker | undefined} */
let indexThread;
const RealWorker = workerThreads.Worker;
workerThreads.Worker = class extends RealWorker {
  /** @param {string | URL} module @param {workerThreads.WorkerOptions} [options] */
  constructor(module, options) {
    const loading = String(module).includes("/embedded/") ? ["--import", import.meta.url] : [];
    super(module, { ...options, execArgv: [...(options?.execArgv ?? []), ...loading] });
    if (!String(module).includes("/index/")) return;
    indexThread = this;
    this.once("exit", () => {
      if (indexThread === this) indexThread = undefined;
    });
  }
};
syncBuiltinESMExports();

/**
 * Makes the thread throw where nothing catches it. (Terminating it in the middle of a native call takes the process
 * along, which is another fault.)
 */
async function endIndexThread() {
  const thread = indexThread;
  if (thread === undefined) return { ended: false };
  const ended = new Promise((resolve) => {
    thread.once("exit", () => resolve(true));
    setTimeout(resolve, THREAD_END_MILLISECONDS, false).unref();
  });
  thread.postMessage(null);
  return { ended: await ended };
}

/** Has the thread of the store do it; where there is none, or none that answers, nothing has ended. */
function endIndexThreadOfStore() {
  return new Promise((resolve) => {
    betweenThreads.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, 2 * THREAD_END_MILLISECONDS, { ended: false }).unref();
    betweenThreads.postMessage("end");
  });
}

if (!workerThreads.isMainThread)
  betweenThreads.onmessage = async () => betweenThreads.postMessage(await endIndexThread());

if (workerThreads.isMainThread && process.channel !== undefined) {
  process.on("message", async (message) => {
    const told = /** @type {{ clockOffsetMilliseconds?: number, endIndexThread?: boolean }} */ (message);
    if (told.clockOffsetMilliseconds !== undefined) offsetMilliseconds = told.clockOffsetMilliseconds;
    process.send?.(told.endIndexThread ? await endIndexThreadOfStore() : { done: true });
  });
  // The service ends as if nobody had a line to it.
  process.channel.unref();
}
