import { z } from "zod";
import { explainStatus, languageOfLocale, STATUS_WORDS } from "../../index.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import type { RoutePlugin } from "./route-plugin.js";

const word = z.string().min(1).max(50);

/** Words of the ad list's status column. */
export const STATUS_QUERY = z.strictObject({
  word: z
    .union([word, z.array(word).max(10)])
    .optional()
    .describe("as the ad list shows it; repeat it for several, leave it out for the whole table"),
});

const MEANING = { meaning: z.string().describe("in the language of Accept-Language"), remedy: z.string() };

/** What words mean, each and together. */
export const STATUS_ANSWER = z.object({
  words: z
    .array(z.object({ word: z.enum(STATUS_WORDS), ...MEANING, remedy: MEANING.remedy.optional() }))
    .readonly(),
  lines: z
    .array(
      z.object({
        level: z.enum(["plan", "group", "creative"]),
        shown: z.array(z.enum(STATUS_WORDS)).readonly().describe("in the order of the columns"),
        delivered: z.enum(["yes", "partly", "no"]),
        traffic: z.enum(["full", "some-placements", "held-back", "none"]),
        ...MEANING,
      }),
    )
    .readonly()
    .describe("the lines of the platform's table that show all of the words"),
});

/** The status column of the platform's ad list, explained. */
export const statusRoutes: RoutePlugin = async (app) => {
  app.get(
    "/v1/status",
    {
      config: { needs: "read" },
      schema: {
        summary: "What words of the platform's ad list mean, and what to do",
        tags: ["accounts"],
        querystring: STATUS_QUERY,
        response: { 200: STATUS_ANSWER, default: ERROR_ANSWER },
      },
    },
    async ({ query, headers }) =>
      explainStatus([query.word ?? []].flat(), languageOfLocale(headers["accept-language"])),
  );
};
