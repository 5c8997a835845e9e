import { z } from "zod";
import {
  type CreativeHits,
  type Library,
  pageCreative,
  type ReadCreative,
  type ReportedPair,
  type ReviewData,
  reportStored,
  scanPageData,
  TOOL_VERSION,
} from "../../index.js";
import { isOwn } from "../access/caller.js";
import { callerOf } from "../access/guard.js";
import { clientSignal } from "../input/client-signal.js";
import { sidesOf } from "../review/match-sides.js";
import { reportFor } from "../review/report-for.js";
import { OthersNames } from "../review/visible-report.js";
import type { RoutePlugin } from "./route-plugin.js";

/** Creatives that a search tells at most. */
const MOST_HITS = 30;

/** What the review page shows: the library as a report, and the creatives somebody looks for. */
export const reviewDataRoutes: RoutePlugin = async (app, { context }) => {
  const { library } = context;

  app.get(
    "/v1/review",
    {
      config: { needs: "read" },
      schema: { summary: "The library as the review page shows it", tags: ["review"] },
    },
    async (request, reply): Promise<ReviewData> => {
      const caller = callerOf(request);
      const { report, allowed, publishedAt } = await reportFor(caller, context, clientSignal(reply));
      const { creatives, ...told } = scanPageData(report);
      const listed = new Set(creatives.map(({ id }) => id));
      const left = new Set(allowed.flatMap(({ a, b }) => [a, b]).filter((id) => !listed.has(id)));
      const others = report.creatives.filter((each) => each.status === "ok" && left.has(each.id));
      return {
        version: TOOL_VERSION,
        ...told,
        publishedAt: Object.fromEntries(
          report.groups.flatMap(({ members }) => members.map((id) => [id, publishedAt.get(id) ?? ""])),
        ),
        creatives: [...creatives, ...(others as ReadCreative[]).map(pageCreative)],
        allowed,
        mayWrite: caller.scopes.has("write"),
      };
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
      const caller = callerOf(request);
      const wanted = request.query.search.toLowerCase();
      const stored: ReadCreative[] = [];
      const found: string[] = [];
      let more = false;
      for await (const creative of library.list()) {
        stored.push(reportStored(creative));
        const { id, account = "", path = "" } = creative;
        if (more || !isOwn(caller, creative)) continue;
        if (![id, account, path].some((text) => text.toLowerCase().includes(wanted))) continue;
        if (found.length < MOST_HITS) found.push(id);
        else more = true;
      }
      const names = new OthersNames(stored, caller);
      const told = await pairsOf(found, library);
      const named = new Set([...found, ...told.flatMap(({ a, b }) => [a, b])]);
      return {
        creatives: stored.filter(({ id }) => named.has(id)).map((each) => pageCreative(names.creative(each))),
        found,
        more,
        pairs: names.pairs(told).sort((p, q) => q.similarity - p.similarity),
      };
    },
  );
};

/** The pairs of some creatives, without the distinct ones; each once. */
async function pairsOf(ids: readonly string[], library: Library): Promise<ReportedPair[]> {
  const pairs = new Map<string, ReportedPair>();
  for (const id of ids) {
    const { matches, allowed } = await library.matchesOf(id);
    for (const match of [...matches, ...allowed]) {
      const { a, b } = sidesOf(match, match.creative.id, id);
      if (match.verdict.grade !== "distinct")
        pairs.set(`${a}\n${b}`, { a, b, ...match.verdict, grade: match.verdict.grade });
    }
  }
  return [...pairs.values()];
}
