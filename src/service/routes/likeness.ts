import { z } from "zod";
import { type Creative, type StoreScope, scopeOfRange } from "../../index.js";
import { accountOf, type Caller } from "../access/caller.js";
import { callerOf } from "../access/guard.js";
import { CREATIVE_ANSWER, creativeAnswer } from "../answers/creative-answer.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { MATCH_ANSWER, MATCHES_ANSWER, matchAnswer, matchesAnswer } from "../answers/matches-answer.js";
import { VERDICT_ANSWER } from "../answers/verdict-answer.js";
import { clientSignal } from "../input/client-signal.js";
import { CHECK_QUERY, CREATIVE_ID, RANGE, rangeOf } from "../input/creative-query.js";
import { givenCreative } from "../input/given-creative.js";
import { ownCreative } from "./creatives.js";
import { GIVEN_CREATIVE_TYPES, type RoutePlugin } from "./route-plugin.js";

/** Most neighbours an answer tells. */
const MOST_NEAREST = 100;

/** How many neighbours are told, and whose. */
export const NEAREST_QUERY = z.strictObject({
  k: z.coerce.number().int().min(1).max(MOST_NEAREST).default(10),
  account: z.string().optional().describe("only among this account's"),
});

/** The nearest creatives, the most similar first. */
export const NEAREST_ANSWER = z.object({ nearest: z.array(MATCH_ANSWER) });

/** Which stored matches are told. */
export const MATCHES_QUERY = z.strictObject({ ...RANGE, threshold: CHECK_QUERY.shape.threshold });

/** What a creative of the library is like. */
export const STORED_MATCHES_ANSWER = z.object({ creative: CREATIVE_ANSWER, ...MATCHES_ANSWER });

/** Ids of two creatives of the library. */
export const COMPARE_BODY = z.strictObject({ a: CREATIVE_ID.describe("the earlier one"), b: CREATIVE_ID });

/** Two creatives and the verdict on them. */
export const COMPARE_ANSWER = z.object({ a: CREATIVE_ANSWER, b: CREATIVE_ANSWER, verdict: VERDICT_ANSWER });

/** How like creatives are, whatever the threshold: the nearest ones, and two of the library compared. */
export const likenessRoutes: RoutePlugin = async (app, { context }) => {
  const { library } = context;

  app.post(
    "/v1/nearest",
    {
      config: { needs: "read" },
      schema: {
        summary: "The creatives of the library closest to one that is given",
        tags: ["likeness"],
        consumes: GIVEN_CREATIVE_TYPES,
        querystring: NEAREST_QUERY,
        response: { 200: NEAREST_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { k, account } = request.query;
      const scope = scopeOf(caller, account);
      const { input, options } = await givenCreative(request, reply, context);
      const nearest = await library.nearest(input, { ...options, k, scope });
      return { nearest: nearest.map((match) => matchAnswer(match, caller)) };
    },
  );

  app.get(
    "/v1/creatives/:id/nearest",
    {
      config: { needs: "read" },
      schema: {
        summary: "The creatives closest to one of the library",
        description:
          "Of those it was compared with when the later of the two was added: it takes milliseconds. Where fewer than k of them are known, they are searched for, which takes seconds.",
        tags: ["likeness"],
        params: z.object({ id: CREATIVE_ID }),
        querystring: NEAREST_QUERY,
        response: { 200: NEAREST_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { k, account } = request.query;
      const { id } = await ownCreative(library, request.params.id, caller);
      const nearest = await library.nearestOf(id, {
        signal: clientSignal(reply),
        timeLimitSeconds: context.settings.limits.callSeconds,
        k,
        scope: scopeOf(caller, account),
      });
      return { nearest: nearest.map((match) => matchAnswer(match, caller)) };
    },
  );

  app.get(
    "/v1/creatives/:id/matches",
    {
      config: { needs: "read" },
      schema: {
        summary: "What a creative of the library is like, earlier and later ones; nothing is uploaded",
        description: "As it was judged when the later of the two was added: it takes milliseconds.",
        tags: ["likeness"],
        params: z.object({ id: CREATIVE_ID }),
        querystring: MATCHES_QUERY,
        response: { 200: STORED_MATCHES_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { threshold, ...range } = request.query;
      const creative = await ownCreative(library, request.params.id, caller);
      const scope = scopeOfRange(rangeOf(range), creative, publishedAt(creative));
      const found = await library.matchesOf(creative.id, {
        scope,
        ...(threshold === undefined ? {} : { threshold }),
      });
      return { creative: creativeAnswer(creative, caller), ...matchesAnswer(found, caller) };
    },
  );

  app.post(
    "/v1/compare",
    {
      config: { needs: "read" },
      schema: {
        summary: "Two creatives of the library, compared",
        tags: ["likeness"],
        body: COMPARE_BODY,
        response: { 200: COMPARE_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const sides = [request.body.a, request.body.b] as const;
      const [a, b] = await Promise.all(sides.map((id) => ownCreative(library, id, caller)));
      const verdict = await library.compare(a.id, b.id, {
        signal: clientSignal(reply),
        timeLimitSeconds: context.settings.limits.callSeconds,
      });
      return { a: creativeAnswer(a, caller), b: creativeAnswer(b, caller), verdict };
    },
  );
};

function publishedAt({ uploadedAt, addedAt }: Creative): Date {
  return new Date(uploadedAt ?? addedAt);
}

function scopeOf(caller: Caller, account: string | undefined): StoreScope {
  return account === undefined ? {} : { account: accountOf(caller, account) ?? account };
}
