import { z } from "zod";
import { type GroupWindow, PAIR_ORDERS, type PairWindow, SamecutError, type ToldPair } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { CREATIVE_ID } from "../input/creative-query.js";
import { groupWindow, pairWindow, repeatWindow } from "../review/list-windows.js";
import { tellCreatives, tellPairs } from "../review/told-pairs.js";
import type { RoutePlugin } from "./route-plugin.js";

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
export const reviewListRoutes: RoutePlugin = async (app, { context: { library, visibleLibraries } }) => {
  const visibleTo = async (request: Parameters<typeof callerOf>[0]) =>
    visibleLibraries.of(await library.survey(), callerOf(request));

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
    async (request): Promise<GroupWindow> => {
      const { from, count, of, ...filter } = request.query;
      const asked = {
        filter: { rule: undefined, grade: undefined, account: undefined, ...filter },
        window: { from, count },
      };
      const visible = await visibleTo(request);
      if (of === undefined) return await groupWindow(asked, visible, library);
      const group = visible.groupOf(visible.idOf(of) ?? "");
      if (group === undefined) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: of });
      return await repeatWindow(group, asked, visible, library);
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
    async (request): Promise<PairWindow> => {
      const { from, count, list, ...filter } = request.query;
      const asked = {
        filter: { rule: undefined, grade: undefined, account: undefined, ...filter },
        window: { from, count },
      };
      const visible = await visibleTo(request);
      const lists = {
        all: () => visible.pairs,
        possible: () => visible.possible(),
        allowed: () => visible.allowed,
      };
      return await pairWindow(lists[list](), asked, visible, library);
    },
  );

  app.get(
    "/v1/review/pair",
    {
      config: { needs: "read" },
      schema: {
        summary: "The pair of two creatives, in either order",
        tags: ["review"],
        querystring: z.strictObject({ a: CREATIVE_ID, b: CREATIVE_ID }),
      },
    },
    async (request): Promise<ToldPair> => {
      const visible = await visibleTo(request);
      const sides = [request.query.a, request.query.b].map((name) => visible.idOf(name));
      const outline = [...visible.pairs, ...visible.allowed].find(
        ({ a, b }) => sides.includes(a) && sides.includes(b),
      );
      const pair = outline && (await tellPairs([outline], visible, library)).get(outline);
      // No error: an address may be older than the library.
      if (outline === undefined || pair === undefined) return { creatives: [] };
      return { pair, creatives: await tellCreatives([outline.a, outline.b], visible, library) };
    },
  );
};
