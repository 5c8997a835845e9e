import type { FastifyReply, FastifyRequest } from "fastify";
import PQueue from "p-queue";
import { z } from "zod";
import {
  type AccountView,
  languageOfLocale,
  SamecutError,
  textsOf,
  viewLibraryAccounts,
} from "../../index.js";
import { isOwn } from "../access/caller.js";
import { callerOf } from "../access/guard.js";
import { isOwnRule } from "../access/own-rule.js";
import { ACCOUNT_ANSWER, type AccountTelling, accountAnswer } from "../answers/account-answer.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { clientSignal } from "../input/client-signal.js";
import type { RoutePlugin } from "./route-plugin.js";

/** When an account is seen from. */
export const VIEW_QUERY = z.strictObject({
  asOf: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .optional()
    .describe("the moment it is told for; default: now"),
});

/** The caller's accounts. */
export const ACCOUNTS_ANSWER = z.object({
  asOf: z.string().optional(),
  accounts: z.array(ACCOUNT_ANSWER).describe("the most similar new creatives first, then by name"),
});

/** What an advertiser sees of an account, told beforehand: docs/ACCOUNT.md. */
export const accountRoutes: RoutePlugin = async (app, { context }) => {
  const { library, exemptions, settings } = context;
  // A view takes all creatives and pairs of the library into memory.
  const oneAtATime = new PQueue({ concurrency: 1 });

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
    async (request, reply) => {
      const telling = await tellingFor(request);
      const isTold = (account: string) => isOwn(telling.caller, { account });
      const { asOf, accounts } = await view(reply, request.query.asOf, isTold);
      return {
        ...(asOf === undefined ? {} : { asOf }),
        accounts: accounts.map((each) => accountAnswer(each, telling)),
      };
    },
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
    async (request, reply) => {
      const { account } = request.params;
      const telling = await tellingFor(request);
      const isTold = (each: string) => each === account && isOwn(telling.caller, { account });
      const [figures] = (await view(reply, request.query.asOf, isTold)).accounts;
      // Others' are answered as if they were not there.
      if (figures === undefined) throw new SamecutError("ACCOUNT_NOT_FOUND", { detail: account });
      return accountAnswer(figures, telling);
    },
  );

  async function view(
    reply: FastifyReply,
    asOf: string | undefined,
    only: (account: string) => boolean,
  ): Promise<AccountView> {
    const signal = clientSignal(reply);
    const options = {
      settings: settings.account,
      only,
      exemptions: await exemptions.all(),
      ...(asOf === undefined ? {} : { asOf: new Date(asOf) }),
    };
    return await oneAtATime.add(() => viewLibraryAccounts(library, { ...options, signal }), { signal });
  }

  async function tellingFor(request: FastifyRequest): Promise<AccountTelling> {
    const caller = callerOf(request);
    const ownExemptions = new Set<string>();
    for (const exemption of await exemptions.all())
      if (await isOwnRule(caller, exemption, library)) ownExemptions.add(exemption.id);
    return { caller, ownExemptions, texts: textsOf(languageOfLocale(request.headers["accept-language"])) };
  }
};
