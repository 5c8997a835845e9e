import { PassThrough, type Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { SamecutError } from "../../index.js";

/** Milliseconds a client has to notice that its upload was refused, while what it still sends is thrown away. */
const LINGER_MILLISECONDS = 2_000;

/** Over which time an upload has to come quickly enough, seconds. */
const PACE_SECONDS = 10;

/**
 * A request's body (or a part of it) as a stream that may be given up without cutting the client off: destroying a
 * request destroys its connection, and the answer that says why would be lost. It fails with a SamecutError of the source's; an
 * upload that breaks off fails with UPLOAD_INCOMPLETE, and so does one that brings less than so many bytes a second.
 */
export function bodyStream(
  source: Readable,
  request: FastifyRequest,
  reply: FastifyReply,
  slowestBytesPerSecond: number,
): Readable {
  const body = new PassThrough();
  const fail = (cause?: unknown): void => {
    if (body.writableFinished) return;
    body.destroy(cause instanceof SamecutError ? cause : new SamecutError("UPLOAD_INCOMPLETE", { cause }));
  };
  // It may fail before anybody reads it, as when the library is busy, or after: an error nobody listens to ends the process.
  body.on("error", () => undefined);
  source.once("error", fail);
  request.raw.once("error", fail);
  request.raw.once("close", () => request.raw.complete || fail());
  source.pipe(body);
  keepPace(source, body, slowestBytesPerSecond);
  // Answered without having been read to its end, if at all.
  reply.raw.once("finish", () => body.destroy());
  body.once("close", () => {
    if (source.readableEnded) return;
    source.unpipe(body);
    void reply.header("connection", "close");
    discard(source, request);
  });
  return body;
}

function keepPace(source: Readable, body: PassThrough, slowestBytesPerSecond: number): void {
  let received = 0;
  source.on("data", (bytes: Uint8Array) => {
    received += bytes.length;
  });
  const timer = setInterval(() => {
    // What waits here is what nobody has taken yet, and not the client's fault.
    if (received < slowestBytesPerSecond * PACE_SECONDS && body.readableLength === 0)
      body.destroy(new SamecutError("UPLOAD_INCOMPLETE", { detail: "it came too slowly" }));
    received = 0;
  }, PACE_SECONDS * 1000);
  source.once("end", () => clearInterval(timer));
  body.once("close", () => clearInterval(timer));
}

function discard(source: Readable, { raw }: FastifyRequest): void {
  source.resume();
  if (source !== raw) raw.resume();
  const timer = setTimeout(() => raw.destroy(), LINGER_MILLISECONDS);
  raw.once("close", () => clearTimeout(timer));
}
