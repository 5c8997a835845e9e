import { type FastifyInstance, fastify } from "fastify";
import type { Library } from "samecut";
import { checkUpload } from "./check-upload.js";

/** `PUT /ads/:id` with the video as the body. */
export function uploadApp(library: Library): FastifyInstance {
  const app = fastify();
  // Nothing is read here: the handler hands the stream on.
  app.addContentTypeParser(/^video\//, (_request, _body, done) => done(null));
  app.put<{ Params: { id: string } }>("/ads/:id", async (request, reply) => {
    const hungUp = new AbortController();
    reply.raw.once("close", () => hungUp.abort());
    const { status, body } = await checkUpload(library, request.raw, request.params.id, hungUp.signal);
    return reply.code(status).send(body);
  });
  return app;
}
