import { z } from "zod";
import { locateFfmpeg, SamecutError } from "../../index.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import type { RoutePlugin } from "./route-plugin.js";

const OK = z.object({ status: z.literal("ok") });

/** What supervisors ask: alive, ready, figures. */
export const operationRoutes: RoutePlugin = async (app, { context }) => {
  app.get(
    "/healthz",
    {
      config: { needs: "nothing", rateLimit: false },
      schema: { summary: "The process is alive", tags: ["operation"], response: { 200: OK } },
    },
    async () => ({ status: "ok" as const }),
  );

  app.get(
    "/readyz",
    {
      config: { needs: "nothing", rateLimit: false },
      schema: {
        summary: "Requests are taken: the library answers, ffmpeg is there, nobody has said stop",
        tags: ["operation"],
        response: { 200: OK, default: ERROR_ANSWER },
      },
    },
    async () => {
      if (context.stopping.aborted) throw new SamecutError("SERVICE_STOPPING");
      await context.library.get("");
      await locateFfmpeg();
      return { status: "ok" as const };
    },
  );

  app.get(
    "/metrics",
    {
      config: { needs: "metrics", rateLimit: false },
      schema: {
        summary: "The service's figures for Prometheus",
        tags: ["operation"],
        produces: ["text/plain"],
      },
    },
    async (_request, reply) => {
      const { type, body } = await context.metrics.text();
      return reply.type(type).send(body);
    },
  );
};
