import { Readable } from "node:stream";
import { z } from "zod";
import { type Creative, type Library, SamecutError, type StoreScope } from "../../index.js";
import { type Caller, isOwn, requireOwn } from "../access/caller.js";
import { callerOf } from "../access/guard.js";
import { CREATIVE_ANSWER, creativeAnswer } from "../answers/creative-answer.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { MATCHES_ANSWER, matchesAnswer } from "../answers/matches-answer.js";
import { ADD_QUERY, CREATIVE_ID, detailsOf } from "../input/creative-query.js";
import { givenCreative } from "../input/given-creative.js";
import { GIVEN_CREATIVE_TYPES, type RoutePlugin } from "./route-plugin.js";

const BY_ID = z.object({ id: CREATIVE_ID });

/** Which creatives are listed. */
export const LIST_QUERY = z.strictObject({
  account: z.string().optional(),
  customer: z.string().optional(),
  label: z.string().optional(),
  since: z.iso.datetime({ offset: true }).optional().describe("published at this moment or later"),
});

/** What adding answers. */
export const ADD_ANSWER = z.object({
  added: z.boolean().describe("false: it was there already, under this id"),
  creative: CREATIVE_ANSWER,
  ...MATCHES_ANSWER,
});

/** The creatives of the library: add, list, get, remove. */
export const creativeRoutes: RoutePlugin = async (app, { context }) => {
  const { library, metrics } = context;

  app.post(
    "/v1/creatives",
    {
      config: { needs: "write" },
      schema: {
        summary: "Add a creative, whatever it is like",
        tags: ["library"],
        consumes: GIVEN_CREATIVE_TYPES,
        querystring: ADD_QUERY,
        response: { 200: ADD_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      detailsOf(request.query, undefined, caller);
      const given = await givenCreative(request, reply, context);
      const details = detailsOf(request.query, given.path, caller);
      const { added, creative, ...found } = await library.add(given.input, { ...given.options, ...details });
      requireOwn(caller, creative);
      metrics.judged(added ? "added" : "present");
      return { added, creative: creativeAnswer(creative, caller), ...matchesAnswer(found, caller) };
    },
  );

  app.get(
    "/v1/creatives",
    {
      config: { needs: "read" },
      schema: {
        summary: "The caller's creatives, one JSON object a line, in the order of adding",
        tags: ["library"],
        produces: ["application/x-ndjson"],
        querystring: LIST_QUERY,
      },
    },
    async (request, reply) => {
      const { since, ...same } = request.query;
      const scope = { ...same, ...(since === undefined ? {} : { since: new Date(since) }) } as StoreScope;
      const lines = Readable.from(linesOf(library, scope, callerOf(request)));
      return reply.type("application/x-ndjson").send(lines);
    },
  );

  app.get(
    "/v1/creatives/:id",
    {
      config: { needs: "read" },
      schema: {
        summary: "One creative",
        tags: ["library"],
        params: BY_ID,
        response: { 200: CREATIVE_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request) =>
      creativeAnswer(await ownCreative(library, request.params.id, callerOf(request)), callerOf(request)),
  );

  app.delete(
    "/v1/creatives/:id",
    {
      config: { needs: "write" },
      schema: {
        summary: "Remove a creative with its pairs",
        tags: ["library"],
        params: BY_ID,
        response: { 204: z.null(), default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const { id } = await ownCreative(library, request.params.id, callerOf(request));
      await library.remove(id);
      return reply.code(204).send(null);
    },
  );
};

/** A creative of the caller's. Others' are answered as if they were not there: CREATIVE_NOT_FOUND. */
export async function ownCreative(library: Library, id: string, caller: Caller): Promise<Creative> {
  const creative = await library.get(id);
  if (creative === undefined || !isOwn(caller, creative))
    throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
  return creative;
}

async function* linesOf(library: Library, scope: StoreScope, caller: Caller): AsyncGenerator<string> {
  for await (const creative of library.list(scope)) {
    if (isOwn(caller, creative)) yield `${JSON.stringify(creativeAnswer(creative, caller))}\n`;
  }
}
