import { z } from "zod";
import { callerOf } from "../access/guard.js";
import { clientSignal } from "../input/client-signal.js";
import type { RoutePlugin } from "./route-plugin.js";
import { sendJson } from "./send-json.js";

/** What the review page shows of a library at a glance, its accounts, and the creatives somebody looks for. */
export const reviewDataRoutes: RoutePlugin = async (app, { context }) => {
  const { exemptions, settings, views, reviewViews } = context;

  app.get(
    "/v1/review",
    {
      config: { needs: "read" },
      schema: { summary: "The library at a glance, as the review page shows it", tags: ["review"] },
    },
    async (request, reply) => {
      const question = { view: "review-glance", caller: callerOf(request) } as const;
      return sendJson(reply, await reviewViews.ask(question, clientSignal(reply)));
    },
  );

  app.get(
    "/v1/review/accounts",
    {
      config: { needs: "read" },
      schema: { summary: "The caller's accounts as the review page shows them", tags: ["review"] },
    },
    async (request, reply) => {
      const basis = { settings: settings.account, exemptions: await exemptions.all() };
      const caller = callerOf(request);
      return sendJson(reply, await views.ask({ view: "account-page", caller, basis }, clientSignal(reply)));
    },
  );

  app.get(
    "/v1/review/creatives",
    {
      config: { needs: "read" },
      schema: {
        summary: "The caller's creatives whose id, account or file has a text in it",
        tags: ["review"],
        querystring: z.strictObject({ search: z.string().trim().min(1).max(200) }),
      },
    },
    async (request, reply) => {
      const { search: text } = request.query;
      const question = { view: "review-search", caller: callerOf(request), text } as const;
      return sendJson(reply, await reviewViews.ask(question, clientSignal(reply)));
    },
  );
};
