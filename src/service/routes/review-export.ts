import { z } from "zod";
import { LANGUAGES } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { clientSignal } from "../input/client-signal.js";
import { CREATIVE_ID } from "../input/creative-query.js";
import type { RoutePlugin } from "./route-plugin.js";

/** Pairs that are exported at a time, at most. */
const MOST_PAIRS = 10_000;

/** Most bytes of their list. */
const LIST_LIMIT_BYTES = 8 * 1024 ** 2;

/** How many of the pairs asked for are not in the answer, for the library has them no longer. */
const GONE_HEADER = "samecut-pairs-gone";

/** Pairs of the library as a report file. */
export const reviewExportRoutes: RoutePlugin = async (app, { context: { reviewViews } }) => {
  app.post(
    "/v1/review/export",
    {
      config: { needs: "read" },
      bodyLimit: LIST_LIMIT_BYTES,
      schema: {
        summary: "Some pairs of the library as the JSON or CSV report of a scan",
        description: `The header ${GONE_HEADER} tells how many of them the library has no longer.`,
        tags: ["review"],
        produces: ["application/json", "text/csv"],
        body: z.strictObject({
          format: z.enum(["json", "csv"]),
          language: z.enum(LANGUAGES).default("en").describe("of reasons and advice in CSV"),
          pairs: z
            .array(z.strictObject({ a: CREATIVE_ID, b: CREATIVE_ID }))
            .min(1)
            .max(MOST_PAIRS),
        }),
      },
    },
    async (request, reply) => {
      const { format, pairs } = request.body;
      const [caller, signal] = [callerOf(request), clientSignal(reply)];
      const report = await reviewViews.ask({ view: "review-export", caller, ...request.body }, signal);
      const { gone } = JSON.parse(
        String(await reviewViews.ask({ view: "review-gone", caller, pairs }, signal)),
      );
      void reply.header(GONE_HEADER, String(gone));
      void reply.header("content-disposition", `attachment; filename="samecut.${format}"`);
      return reply.type(format === "json" ? "application/json" : "text/csv; charset=utf-8").send(report);
    },
  );
};
