import { z } from "zod";
import { isOwn } from "../access/caller.js";
import { callerOf } from "../access/guard.js";
import { CREATIVE_ANSWER, creativeAnswer } from "../answers/creative-answer.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { clientSignal } from "../input/client-signal.js";
import type { RoutePlugin } from "./route-plugin.js";

/** Groups of similar creatives. */
export const GROUPS_ANSWER = z.object({
  groups: z.array(
    z.object({
      first: CREATIVE_ANSWER.describe("the earliest, which counts as the original"),
      members: z.array(CREATIVE_ANSWER),
    }),
  ),
});

/** Groups of similar creatives. */
export const groupRoutes: RoutePlugin = async (app, { context: { library } }) => {
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
    async (request, reply) => {
      const caller = callerOf(request);
      const groups = await library.groups({ signal: clientSignal(reply) });
      const told = groups.filter(({ members }) => members.some((member) => isOwn(caller, member)));
      return {
        groups: told.map(({ first, members }) => ({
          first: creativeAnswer(first, caller),
          members: members.map((member) => creativeAnswer(member, caller)),
        })),
      };
    },
  );
};
