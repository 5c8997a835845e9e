import { z } from "zod";
import { callerOf } from "../access/guard.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { CREATIVE_ID } from "../input/creative-query.js";
import { ownCreative } from "./creatives.js";
import type { RoutePlugin } from "./route-plugin.js";

const PAIR = { a: CREATIVE_ID, b: CREATIVE_ID };

/** Two creatives that are fine beside each other, and why. */
export const ALLOW_BODY = z.strictObject({ ...PAIR, reason: z.string().max(1_000).optional() });

/** Whose allowance is taken back. */
export const DISALLOW_QUERY = z.strictObject(PAIR);

/** What taking back answers. */
export const DISALLOW_ANSWER = z.object({ taken: z.boolean().describe("false: there was none") });

/** "These two are fine", and back; both creatives must be the caller's. */
export const allowanceRoutes: RoutePlugin = async (app, { context: { library } }) => {
  app.put(
    "/v1/allowances",
    {
      config: { needs: "write" },
      schema: {
        summary:
          "Remember that two creatives are fine beside each other; their contents, so that it outlives their removal",
        tags: ["allowances"],
        body: ALLOW_BODY,
        response: { 204: z.null(), default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const { a, b, reason } = request.body;
      for (const id of [a, b]) await ownCreative(library, id, callerOf(request));
      await library.allow(a, b, reason);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/v1/allowances",
    {
      config: { needs: "write" },
      schema: {
        summary: "Take an allowance back",
        tags: ["allowances"],
        querystring: DISALLOW_QUERY,
        response: {
          200: DISALLOW_ANSWER,
          default: ERROR_ANSWER,
        },
      },
    },
    async (request) => {
      const { a, b } = request.query;
      for (const id of [a, b]) await ownCreative(library, id, callerOf(request));
      return { taken: await library.disallow(a, b) };
    },
  );
};
