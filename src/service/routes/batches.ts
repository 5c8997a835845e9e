import { Readable } from "node:stream";
import { z } from "zod";
import { SamecutError } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import type { Batch } from "../batches/batch.js";
import { runBatch } from "../batches/run-batch.js";
import { clientSignal } from "../input/client-signal.js";
import { CHECK_AND_ADD_QUERY, DETAILS, detailsOf, RANGE, ruleOf } from "../input/creative-query.js";
import { PATH_BODY } from "../input/given-creative.js";
import { placeAfter, serverSentEvent } from "./event-stream.js";
import type { RoutePlugin } from "./route-plugin.js";

/** What a batch is asked to do. */
export const BATCH_BODY = z.strictObject({
  action: z.enum(["check", "add", "check-and-add"]),
  items: z
    .array(z.strictObject({ ...PATH_BODY.shape, id: CHECK_AND_ADD_QUERY.shape.id.optional(), ...DETAILS }))
    .min(1)
    .describe("files in the service's roots; the id of one that is added is its path where none is given"),
  ...RANGE,
  refuseFrom: CHECK_AND_ADD_QUERY.shape.refuseFrom,
});

const BATCH_STATE = z
  .object({
    id: z.string(),
    state: z.enum(["running", "done", "cancelled", "suspended"]),
    total: z.int(),
    done: z.int(),
  })
  .meta({ id: "Batch" });

const BY_ID = z.object({ id: z.uuid() });

/** Most bytes of a batch's list. */
const LIST_LIMIT_BYTES = 8 * 1024 ** 2;

/** Many files at once, behind all uploads, with progress. */
export const batchRoutes: RoutePlugin = async (app, { context }) => {
  const { batches, settings } = context;

  app.post(
    "/v1/batches",
    {
      config: { needs: "write" },
      bodyLimit: LIST_LIMIT_BYTES,
      schema: {
        summary: "Begin a batch of files in the service's roots",
        description: "It outlasts a stop of the service, and goes on when it starts again.",
        tags: ["batches"],
        body: BATCH_BODY,
        response: { 202: BATCH_STATE, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { action, items, ...rule } = request.body;
      if (items.length > settings.limits.batchFiles)
        throw new SamecutError("INPUT_TOO_LARGE", {
          detail: `more than ${settings.limits.batchFiles} files`,
        });
      const order = {
        action,
        rule: ruleOf(rule),
        owner: caller.name,
        items: items.map(({ path, ...details }) => {
          const known = detailsOf(details, path, caller);
          return { path, details: { ...known, id: known.id ?? path } };
        }),
      };
      const batch = await batches.begin(order, (begun) => runBatch(begun, caller, context));
      return reply.code(202).send(batch.state);
    },
  );

  app.get(
    "/v1/batches/:id",
    {
      config: { needs: "write" },
      schema: {
        summary: "How far a batch is",
        tags: ["batches"],
        params: BY_ID,
        response: { 200: BATCH_STATE, default: ERROR_ANSWER },
      },
    },
    async (request) => batches.get(request.params.id, callerOf(request).name).state,
  );

  app.get(
    "/v1/batches/:id/events",
    {
      config: { needs: "write" },
      schema: {
        summary: "What comes of a batch, as server-sent events: `item` for each file, `end` with the state",
        description:
          "A client that comes back with Last-Event-ID goes on where it was; after a stop of the service (`suspended`) too.",
        tags: ["batches"],
        produces: ["text/event-stream"],
        params: BY_ID,
      },
    },
    async (request, reply) => {
      const batch = batches.get(request.params.id, callerOf(request).name);
      const events = eventsOf(batch, placeAfter(request.headers["last-event-id"]), clientSignal(reply));
      return reply.type("text/event-stream").header("cache-control", "no-store").send(Readable.from(events));
    },
  );

  app.delete(
    "/v1/batches/:id",
    {
      config: { needs: "write" },
      schema: {
        summary: "Cancel a batch; what was added stays",
        tags: ["batches"],
        params: BY_ID,
        response: { 202: BATCH_STATE, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const batch = batches.get(request.params.id, callerOf(request).name);
      batch.cancel();
      return reply.code(202).send(batch.state);
    },
  );
};

async function* eventsOf(batch: Batch, from: number, signal: AbortSignal): AsyncGenerator<string> {
  let place = from;
  try {
    for await (const result of batch.follow(from, signal)) yield serverSentEvent("item", result, place++);
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
  yield serverSentEvent("end", batch.state);
}
