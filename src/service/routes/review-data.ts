import { z } from "zod";
import { type CreativeHits, countBySimilarity, GRADES, type ReviewData, TOOL_VERSION } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { clientSignal } from "../input/client-signal.js";
import { tellCreatives, tellPairs } from "../review/told-pairs.js";
import type { RoutePlugin } from "./route-plugin.js";
import { sendJson } from "./send-json.js";

/** Creatives that a search tells at most. */
const MOST_HITS = 30;

/** Pairs that are told of each of them, the most similar. */
const PAIRS_OF_HIT = 5;

/** Accounts to filter by that are told at most: a longer list is no choice. */
const MOST_ACCOUNTS = 500;

/** What the review page shows of a library at a glance, its accounts, and the creatives somebody looks for. */
export const reviewDataRoutes: RoutePlugin = async (app, { context }) => {
  const { library, exemptions, settings, views, visibleLibraries } = context;

  app.get(
    "/v1/review",
    {
      config: { needs: "read" },
      schema: { summary: "The library at a glance, as the review page shows it", tags: ["review"] },
    },
    async (request): Promise<ReviewData> => {
      const caller = callerOf(request);
      const visible = visibleLibraries.of(await library.survey(), caller);
      return {
        version: TOOL_VERSION,
        creatives: visible.size,
        repeats: visible.repeats,
        groups: visible.groups.length,
        pairs: countBySimilarity(visible.pairs),
        allowed: visible.allowed.length,
        accounts: visible.accounts.slice(0, MOST_ACCOUNTS),
        threshold: GRADES.similar,
        mayWrite: caller.scopes.has("write"),
      };
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
    async (request): Promise<CreativeHits> => {
      const visible = visibleLibraries.of(await library.survey(), callerOf(request));
      const found: string[] = [];
      let more = false;
      for (const id of visible.search(request.query.search)) {
        more = found.length === MOST_HITS;
        if (more) break;
        found.push(id);
      }
      const left = new Map(found.map((id) => [id, PAIRS_OF_HIT]));
      const outlines = [...visible.pairs, ...visible.allowed].filter(({ a, b }) =>
        [a, b].some((id) => {
          const room = left.get(id) ?? 0;
          left.set(id, room - 1);
          return room > 0;
        }),
      );
      const pairs = await tellPairs(outlines, visible, library);
      const named = [...found, ...outlines.flatMap(({ a, b }) => [a, b])];
      return {
        creatives: await tellCreatives(named, visible, library),
        found,
        more,
        pairs: [...pairs.values()],
      };
    },
  );
};
