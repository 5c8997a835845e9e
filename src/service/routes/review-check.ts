import { PassThrough } from "node:stream";
import { z } from "zod";
import { type CallProgress, type CheckEvent, SamecutError, spool } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { toldError } from "../answers/error-answer.js";
import { givenCreative } from "../input/given-creative.js";
import { type CheckedFile, checkedOutcome } from "../review/checked-outcome.js";
import { serverSentEvent } from "./event-stream.js";
import type { RoutePlugin } from "./route-plugin.js";

/** How far reading is, is told at most so often, milliseconds. */
const TELLING_MILLISECONDS = 100;

/** Checking a file with progress and pictures. Adds nothing, keeps nothing. */
export const reviewCheckRoutes: RoutePlugin = async (app, { context }) => {
  const { library, metrics, settings, namingKey } = context;
  let held = 0;

  app.post(
    "/v1/review/check",
    {
      config: { needs: "read" },
      schema: {
        summary: "Is a file like one of the library? With progress, as server-sent events",
        description: "`reading`, `comparing`, `picturing`, then `done` with the outcome, or `failed`.",
        tags: ["review"],
        consumes: ["application/octet-stream", "video/*", "image/*", "multipart/form-data"],
        produces: ["text/event-stream"],
        querystring: z.strictObject({ name: z.string().min(1).max(500).describe("what to show for it") }),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      // Each holds a file on disk until it is pictured, longer than the library's own limit sees it.
      if (held >= settings.limits.pendingCalls) throw new SamecutError("LIBRARY_BUSY");
      held++;
      reply.raw.once("close", () => held--);
      const { input, options } = await givenCreative(request, reply, context);
      if (typeof input === "string") throw new SamecutError("REQUEST_INVALID", { detail: "send the file" });
      const { signal = new AbortController().signal, inputLimitBytes: limitBytes, ...limits } = options;
      const spooled = await spool(input, { signal, ...(limitBytes === undefined ? {} : { limitBytes }) });
      const events = new PassThrough();
      const tell = (event: CheckEvent): void => void events.write(serverSentEvent(event.type, event));
      const check = async (file: CheckedFile): Promise<void> => {
        const found = await library.check(file.path, { ...limits, signal, onProgress: progressOf(tell) });
        metrics.judged(found.matches.length > 0 ? "matched" : "unmatched");
        tell({ type: "picturing" });
        tell({ type: "done", outcome: await checkedOutcome(found, file, { caller, namingKey, signal }) });
      };
      void check({ name: request.query.name, path: spooled.path })
        .catch((error: unknown) => {
          request.log.info({ err: error }, "the check failed");
          tell({ type: "failed", error: toldError(error, request) });
        })
        .finally(async () => {
          events.end();
          await spooled[Symbol.asyncDispose]();
        });
      return reply.type("text/event-stream").header("cache-control", "no-store").send(events);
    },
  );
};

function progressOf(tell: (event: CheckEvent) => void): (progress: CallProgress) => void {
  let told = 0;
  return (progress) => {
    if (progress.stage === "comparing") return tell({ type: "comparing" });
    const now = performance.now();
    if (now - told < TELLING_MILLISECONDS) return;
    told = now;
    tell({ type: "reading", timeSeconds: progress.timeSeconds });
  };
}
