import { parentPort, workerData } from "node:worker_threads";
import { type ErrorCode, SamecutError } from "../errors.js";
import {
  END,
  type ThreadAbort,
  type ThreadCalls,
  type ThreadFailure,
  type ThreadNews,
  type ThreadReply,
  type ThreadRequest,
  type ThreadStart,
} from "./thread-calls.js";

/** What a thread does for each of its calls; the signal tells that nobody waits for the answer any more. */
export type CallHandlers<Calls extends ThreadCalls<Calls>> = {
  readonly [Name in keyof Calls]: (
    input: Calls[Name]["input"],
    signal: AbortSignal,
  ) => Calls[Name]["output"] | Promise<Calls[Name]["output"]>;
};

/**
 * Answers what a `ThreadLine` asks this thread until it ends. Calls begin in the order of the questions: one that is synchronous ends before the next begins.
 *
 * @param failure the code under which errors that are none of samecut's are told
 * @returns tells the other side something that was not asked
 */
export function answerCalls<Calls extends ThreadCalls<Calls>>(
  handlers: CallHandlers<Calls>,
  failure: ErrorCode,
): (told: string) => void {
  const port = parentPort;
  if (port === null) throw new Error("only a worker thread answers calls");
  const { ending } = workerData as ThreadStart;
  const underWay = new Map<number, AbortController>();
  const send = (reply: ThreadReply | ThreadNews): void => port.postMessage(reply);

  const answer = async ({ number, name, input }: ThreadRequest<Calls>): Promise<void> => {
    const controller = new AbortController();
    underWay.set(number, controller);
    try {
      send({ number, output: await handlers[name](input, controller.signal) });
    } catch (error) {
      send({ number, error: factsOf(error, failure) });
    } finally {
      underWay.delete(number);
    }
  };

  port.on("message", (message: ThreadRequest<Calls> | ThreadAbort | typeof END) => {
    if (message === END) port.close();
    else if ("abort" in message) underWay.get(message.abort)?.abort();
    else if (Atomics.load(ending, 0) === 0) void answer(message);
  });
  return (told) => send({ told });
}

function factsOf(error: unknown, failure: ErrorCode): ThreadFailure {
  if (!(error instanceof SamecutError))
    return { code: failure, detail: error instanceof Error ? error.message : String(error) };
  const { code, path, detail, cause } = error;
  return {
    code,
    ...(path === undefined ? {} : { path }),
    ...(detail === undefined ? {} : { detail }),
    ...(cause instanceof Error ? { cause } : {}),
  };
}
