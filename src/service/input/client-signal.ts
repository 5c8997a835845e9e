import type { FastifyReply } from "fastify";
import { SamecutError } from "../../index.js";

/** Aborted when the client hangs up before it has its answer: nobody waits for the decoder any more. */
export function clientSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  // The close of the request itself comes as soon as its body has been read.
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished)
      controller.abort(new SamecutError("UPLOAD_INCOMPLETE", { detail: "the client has hung up" }));
  });
  return controller.signal;
}
