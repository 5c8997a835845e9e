import { z } from "zod";
import { LANGUAGES, renderCsv, renderJson, textsOf } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { CREATIVE_ID } from "../input/creative-query.js";
import { selectedReport } from "../review/selected-report.js";
import type { RoutePlugin } from "./route-plugin.js";

/** Pairs that are exported at a time, at most. */
const MOST_PAIRS = 10_000;

/** Most bytes of their list. */
const LIST_LIMIT_BYTES = 8 * 1024 ** 2;

/** Pairs of the library as a report file. */
export const reviewExportRoutes: RoutePlugin = async (app, { context: { library, visibleLibraries } }) => {
  app.post(
    "/v1/review/export",
    {
      config: { needs: "read" },
      bodyLimit: LIST_LIMIT_BYTES,
      schema: {
        summary: "Some pairs of the library as the JSON or CSV report of a scan",
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
      const { format, language, pairs } = request.body;
      const visible = visibleLibraries.of(await library.survey(), callerOf(request));
      const report = await selectedReport(pairs, visible, library);
      void reply.header("content-disposition", `attachment; filename="samecut.${format}"`);
      return format === "json"
        ? reply.type("application/json").send(renderJson(report))
        : reply.type("text/csv").send(renderCsv(report, textsOf(language), { byteOrderMark: true }));
    },
  );
};
