import { z } from "zod";
import { PAIR_ORDERS, PAIR_VIEWS, type PairFilter } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { clientSignal } from "../input/client-signal.js";
import { CREATIVE_ID } from "../input/creative-query.js";
import type { RoutePlugin } from "./route-plugin.js";
import { sendJson } from "./send-json.js";

/** Items of a list that are told at a time, at most. */
const MOST_ITEMS = 200;

const FILTER = {
  search: z.string().max(200).default("").describe("part of a name, whatever its case"),
  rule: z.coerce
    .number()
    .pipe(z.literal([1, 2, 3, 4, 5, 6, 7, 8]))
    .optional(),
  grade: z.enum(["identical", "duplicate", "similar", "possible"]).optional(),
  leastSimilarity: z.coerce.number().min(0).max(1).default(0),
  account: z.string().max(200).optional(),
  order: z.enum(PAIR_ORDERS).default("similarity"),
};

const WINDOW = {
  from: z.coerce.number().int().min(0).default(0).describe("items before those told"),
  count: z.coerce.number().int().min(1).max(MOST_ITEMS).default(30),
};

/** The lists of the review page, a part at a time: a library may have more than a browser can hold. */
export const reviewListRoutes: RoutePlugin = async (app, { context: { reviewViews } }) => {
  app.get(
    "/v1/review/groups",
    {
      config: { needs: "read" },
      schema: {
        summary: "Groups with the first of their repeats, or one group with more of them",
        tags: ["review"],
        querystring: z.strictObject({
          ...FILTER,
          ...WINDOW,
          of: CREATIVE_ID.optional().describe(
            "only the group this creative is in; from and count are of its repeats",
          ),
        }),
      },
    },
    async (request, reply) => {
      const { from, count, of, ...filter } = request.query;
      const asked = { of, filter: filterOf(filter), window: { from, count } };
      const question = { view: "review-groups", caller: callerOf(request), ...asked } as const;
      return sendJson(reply, await reviewViews.ask(question, clientSignal(reply)));
    },
  );

  app.get(
    "/v1/review/pairs",
    {
      config: { needs: "read" },
      schema: {
        summary: "Pairs of the library, most similar first unless told otherwise",
        tags: ["review"],
        querystring: z.strictObject({
          ...FILTER,
          ...WINDOW,
          list: z
            .enum(["all", "possible", "allowed"])
            .default("all")
            .describe("possible: same scene, between groups; allowed: those marked as no match"),
        }),
      },
    },
    async (request, reply) => {
      const { from, count, list, ...filter } = request.query;
      const asked = { list, filter: filterOf(filter), window: { from, count } };
      const question = { view: "review-pairs", caller: callerOf(request), ...asked } as const;
      return sendJson(reply, await reviewViews.ask(question, clientSignal(reply)));
    },
  );

  app.get(
    "/v1/review/pair",
    {
      config: { needs: "read" },
      schema: {
        summary: "The pair of two creatives, in either order, and which come before and after it in a list",
        tags: ["review"],
        querystring: z.strictObject({
          ...FILTER,
          ...{ a: CREATIVE_ID, b: CREATIVE_ID },
          view: z.enum(PAIR_VIEWS).default("groups"),
        }),
      },
    },
    async (request, reply) => {
      const { a, b, view, ...filter } = request.query;
      const asked = { a, b, listing: { view, filter: filterOf(filter) } };
      const question = { view: "review-pair", caller: callerOf(request), ...asked } as const;
      return sendJson(reply, await reviewViews.ask(question, clientSignal(reply)));
    },
  );
};

type AskedFilter = Partial<PairFilter> & Omit<PairFilter, "rule" | "grade" | "account">;

function filterOf(asked: AskedFilter): PairFilter {
  return { rule: undefined, grade: undefined, account: undefined, ...asked };
}
