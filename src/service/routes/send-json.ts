import type { FastifyReply } from "fastify";

/** Sends JSON that was made elsewhere, and keeps to its schema already. The answer, to be returned by the handler. */
export function sendJson(reply: FastifyReply, body: Buffer): never {
  // Bytes pass by the serializer; the types of the route know objects only.
  return reply.type("application/json; charset=utf-8").send(body) as never;
}
