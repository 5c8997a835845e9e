import { basename, dirname, join, resolve } from "node:path";
import staticFiles from "@fastify/static";
import { z } from "zod";
import { type Creative, inlineFilmstrip, type Library, pictureCreative, SamecutError } from "../../index.js";
import { type Caller, isOwn } from "../access/caller.js";
import { callerOf } from "../access/guard.js";
import { clientSignal } from "../input/client-signal.js";
import { CREATIVE_ID } from "../input/creative-query.js";
import { sidesOf } from "../review/match-sides.js";
import { originalFile, rootedPath } from "../review/original-file.js";
import { PlaybackTickets } from "../review/playback-tickets.js";
import { ownCreative } from "./creatives.js";
import type { RoutePlugin } from "./route-plugin.js";

const BY_ID = z.object({ id: CREATIVE_ID });

/** Filmstrips and videos of the caller's creatives. Of others' there are none. */
export const reviewPictureRoutes: RoutePlugin = async (app, { context }) => {
  const { library, roots, settings } = context;
  const cacheFolder = join(settings.library, "cache");
  const tickets = new PlaybackTickets();
  // For its answers to requests of parts of a file. By itself it serves nothing; it only insists on a folder.
  await app.register(staticFiles, { root: resolve(settings.library), serve: false });

  app.get(
    "/v1/creatives/:id/filmstrip",
    {
      config: { needs: "read" },
      schema: {
        summary: "Small pictures of a creative side by side, as WebP in base64, with their times",
        description: "From its file in one of the roots, else grey ones from what the library keeps of it.",
        tags: ["review"],
        params: BY_ID,
        querystring: z.strictObject({
          beside: CREATIVE_ID.optional().describe("larger, with the moments shared with this creative"),
        }),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { id } = request.params;
      const { beside } = request.query;
      const creative = await ownCreative(library, id, caller);
      const pairs = beside === undefined ? undefined : await pairsOf(creative, beside, library, caller);
      const strip = await pictureCreative(creative, {
        path: await rootedPath(creative, roots),
        pairs,
        fingerprint: () => library.fingerprint(id),
        cacheFolder,
        signal: clientSignal(reply),
      });
      if (strip === undefined) throw new SamecutError("FINGERPRINT_DAMAGED", { detail: id });
      return reply.header("cache-control", "private, no-cache").send(inlineFilmstrip(strip));
    },
  );

  app.post(
    "/v1/creatives/:id/playback",
    {
      config: { needs: "read" },
      schema: {
        summary:
          "An address at which a player finds the creative's file, for an hour; none where there is no file",
        tags: ["review"],
        params: BY_ID,
      },
    },
    async (request, reply) => {
      const creative = await ownCreative(library, request.params.id, callerOf(request));
      const path = await originalFile(creative, roots, clientSignal(reply));
      return path === undefined ? {} : { url: `/review/files/${tickets.issue(path)}` };
    },
  );

  app.get(
    "/review/files/:ticket",
    {
      config: { needs: "nothing" },
      schema: {
        summary: "The file a playback address leads to, whole or in parts",
        tags: ["review"],
        params: z.object({ ticket: z.string().max(100) }),
      },
    },
    async (request, reply) => {
      const path = tickets.fileOf(request.params.ticket);
      if (path === undefined) throw new SamecutError("ROUTE_NOT_FOUND");
      void reply.header("cache-control", "private, no-store").header("content-security-policy", "sandbox");
      return reply.sendFile(basename(path), dirname(path), { cacheControl: false, dotfiles: "allow" });
    },
  );
};

/** The pair of two creatives as it was found; none where the other is not the caller's, or they were not alike. */
async function pairsOf(creative: Creative, otherId: string, library: Library, caller: Caller) {
  const { matches, allowed } = await library.matchesOf(creative.id);
  return [...matches, ...allowed]
    .filter((match) => match.creative.id === otherId && isOwn(caller, match.creative))
    .map((match) => ({ ...sidesOf(match, match.creative, creative), verdict: match.verdict }));
}
