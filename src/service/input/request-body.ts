import { PassThrough, type Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { SamecutError } from "../../index.js";

/** Milliseconds a client has to notice that its upload was refused, while what it still sends is thrown away. */
const LINGER_MILLISECONDS = 2_000;

/**
 * A request's body (or a part of it) as a stream that may be given up without cutting the client off: destroying a
 * request destroys its connection, and the answer that says why would be lost. An upload that breaks off fails with
 * UPLOAD_INCOMPLETE.
 */
export function bodyStream(source: Readable, request: FastifyRequest, reply: FastifyReply): Readable {
  const body = new PassThrough();
  const fail = (cause?: unknown): void => {
    if (!body.writableFinished) body.destroy(new SamecutError("UPLOAD_INCOMPLETE", { cause }));
  };
  source.once("error", fail);
  request.raw.once("error", fail);
  request.raw.once("close", () => request.raw.complete || fail());
  source.pipe(body);
  body.once("close", () => {
    if (source.readableEnded) return;
    source.unpipe(body);
    void reply.header("connection", "close");
    discard(source, request);
  });
  return body;
}

function discard(source: Readable, { raw }: FastifyRequest): void {
  source.resume();
  if (source !== raw) raw.resume();
  const timer = setTimeout(() => raw.destroy(), LINGER_MILLISECONDS);
  raw.once("close", () => clearTimeout(timer));
}
