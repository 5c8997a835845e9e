import { z } from "zod";
import { callerOf } from "../access/guard.js";
import { CREATIVE_ANSWER, creativeAnswer } from "../answers/creative-answer.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { CREATIVE_ID } from "../input/creative-query.js";
import { ownCreative } from "./creatives.js";
import type { RoutePlugin } from "./route-plugin.js";

/** When a creative was first delivered. */
export const CORRECTION_BODY = z.strictObject({
  uploadedAt: z.iso.datetime({ offset: true }).nullable().describe("null: when it was added"),
});

/** Correcting what is known of a creative. */
export const correctionRoutes: RoutePlugin = async (app, { context: { library } }) => {
  app.patch(
    "/v1/creatives/:id",
    {
      config: { needs: "write" },
      schema: {
        summary: "Correct when a creative was first delivered, and so which of a group is the first publish",
        tags: ["library"],
        params: z.object({ id: CREATIVE_ID }),
        body: CORRECTION_BODY,
        response: { 200: CREATIVE_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { id } = await ownCreative(library, request.params.id, caller);
      const { uploadedAt } = request.body;
      const moment = uploadedAt === null ? undefined : new Date(uploadedAt);
      return creativeAnswer(await library.redate(id, moment), caller);
    },
  );
};
