import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { languageOfLocale } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { isOwnRule } from "../access/own-rule.js";
import { ACCOUNT_ANSWER, ACCOUNTS_ANSWER } from "../answers/account-answer.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { clientSignal } from "../input/client-signal.js";
import type { ViewQuestion } from "../views/view-question.js";
import type { RoutePlugin } from "./route-plugin.js";
import { sendJson } from "./send-json.js";

/** When an account is seen from. */
export const VIEW_QUERY = z.strictObject({
  asOf: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .optional()
    .describe("the moment it is told for; default: now"),
});

/** What an advertiser sees of an account, told beforehand: docs/ACCOUNT.md. */
export const accountRoutes: RoutePlugin = async (app, { context }) => {
  const { library, exemptions, settings, views } = context;

  app.get(
    "/v1/accounts",
    {
      config: { needs: "read" },
      schema: {
        summary: "Level, similar share, repeats and first publishes of the caller's accounts, and what to do",
        tags: ["accounts"],
        querystring: VIEW_QUERY,
        response: { 200: ACCOUNTS_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => sendJson(reply, await tell(request, reply, request.query.asOf)),
  );

  app.get(
    "/v1/accounts/:account",
    {
      config: { needs: "read" },
      schema: {
        summary: "The same of one account",
        tags: ["accounts"],
        params: z.object({ account: z.string().min(1) }),
        querystring: VIEW_QUERY,
        response: { 200: ACCOUNT_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) =>
      sendJson(reply, await tell(request, reply, request.query.asOf, request.params.account)),
  );

  async function tell(
    request: FastifyRequest,
    reply: FastifyReply,
    asOf: string | undefined,
    account?: string,
  ): Promise<Buffer> {
    const caller = callerOf(request);
    const all = await exemptions.all();
    const ownExemptions = new Set<string>();
    for (const exemption of all)
      if (await isOwnRule(caller, exemption, library)) ownExemptions.add(exemption.id);
    const question: ViewQuestion = {
      ...{ view: "accounts", caller, basis: { settings: settings.account, exemptions: all }, ownExemptions },
      ...(account === undefined ? {} : { account }),
      ...(asOf === undefined ? {} : { asOf: new Date(asOf) }),
      language: languageOfLocale(request.headers["accept-language"]),
    };
    return await views.ask(question, clientSignal(reply));
  }
};
