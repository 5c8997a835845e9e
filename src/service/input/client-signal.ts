import type { FastifyReply } from "fastify";

/** Aborted when the client hangs up before it has its answer: nobody waits for the decoder any more. */
export function clientSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  // The close of the request itself comes as soon as its body has been read.
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort(new Error("the client has hung up"));
  });
  return controller.signal;
}
