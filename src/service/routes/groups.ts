import { callerOf } from "../access/guard.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { GROUPS_ANSWER } from "../answers/groups-answer.js";
import { clientSignal } from "../input/client-signal.js";
import type { RoutePlugin } from "./route-plugin.js";
import { sendJson } from "./send-json.js";

/** Groups of similar creatives. */
export const groupRoutes: RoutePlugin = async (app, { context: { views } }) => {
  app.get(
    "/v1/groups",
    {
      config: { needs: "read" },
      schema: {
        summary: "The groups of similar creatives that have one of the caller's",
        tags: ["library"],
        response: { 200: GROUPS_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) =>
      sendJson(reply, await views.ask({ view: "groups", caller: callerOf(request) }, clientSignal(reply))),
  );
};
