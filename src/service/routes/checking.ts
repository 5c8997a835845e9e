import { z } from "zod";
import { scopeOfRange } from "../../index.js";
import { accountOf, requireOwn } from "../access/caller.js";
import { callerOf } from "../access/guard.js";
import { CREATIVE_ANSWER } from "../answers/creative-answer.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { MATCH_ANSWER, MATCHES_ANSWER, matchAnswer, matchesAnswer } from "../answers/matches-answer.js";
import { CHECK_AND_ADD_QUERY, CHECK_QUERY, detailsOf, rangeOf, ruleOf } from "../input/creative-query.js";
import { givenCreative } from "../input/given-creative.js";
import { GIVEN_CREATIVE_TYPES, type RoutePlugin } from "./route-plugin.js";

/** What a check answers. */
export const CHECK_ANSWER = z.object({ creative: CREATIVE_ANSWER, ...MATCHES_ANSWER });

/** What checking and adding answers. */
export const CHECK_AND_ADD_ANSWER = z.object({
  outcome: z.enum(["added", "present", "refused"]).describe("present: it was there already, under this id"),
  creative: CREATIVE_ANSWER,
  refusedFor: z.array(MATCH_ANSWER).describe("the matches that kept it out"),
  ...MATCHES_ANSWER,
});

/** Asking before an upload, with or without adding. */
export const checkingRoutes: RoutePlugin = async (app, { context }) => {
  const { library, metrics } = context;

  app.post(
    "/v1/check",
    {
      config: { needs: "read" },
      schema: {
        summary: "Is a creative like one of the library? Adds nothing.",
        tags: ["upload"],
        consumes: GIVEN_CREATIVE_TYPES,
        querystring: CHECK_QUERY,
        response: { 200: CHECK_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { threshold, customer, account: named, ...query } = request.query;
      // Only comparing within an account needs one.
      const account = query.reach === "account" || named !== undefined ? accountOf(caller, named) : undefined;
      const publishedAt = query.uploadedAt === undefined ? new Date() : new Date(query.uploadedAt);
      const owner = { ...(account && { account }), ...(customer && { customer }) };
      const scope = scopeOfRange(rangeOf(query), owner, publishedAt);
      const given = await givenCreative(request, reply, context);
      const { creative, ...found } = await library.check(given.input, {
        ...given.options,
        scope,
        ...(threshold === undefined ? {} : { threshold }),
      });
      metrics.judged(found.matches.length > 0 ? "matched" : "unmatched");
      const { path: _absolute, ...facts } = creative;
      const path = query.name ?? given.path;
      return {
        creative: { own: true, ...facts, ...(path === undefined ? {} : { path }) },
        ...matchesAnswer(found, caller),
      };
    },
  );

  app.post(
    "/v1/check-and-add",
    {
      config: { needs: "write" },
      schema: {
        summary: "Add a creative unless it is like one of the library, as one step",
        description: "Of two alike uploads at the same moment, the second is refused. Safe to repeat.",
        tags: ["upload"],
        consumes: GIVEN_CREATIVE_TYPES,
        querystring: CHECK_AND_ADD_QUERY,
        response: { 200: CHECK_AND_ADD_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { query } = request;
      // Before the body is read: who may not add need not upload.
      detailsOf(query, undefined, caller);
      const given = await givenCreative(request, reply, context);
      const { outcome, creative, refusedFor, ...found } = await library.checkAndAdd(given.input, {
        ...given.options,
        ...detailsOf(query, given.path, caller),
        ...ruleOf(query),
        id: query.id,
      });
      requireOwn(caller, creative);
      metrics.judged(outcome);
      return {
        outcome,
        creative: { own: true, ...creative },
        refusedFor: refusedFor.map((match) => matchAnswer(match, caller)),
        ...matchesAnswer(found, caller),
      };
    },
  );
};
