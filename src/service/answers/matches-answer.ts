import { z } from "zod";
import type { CreativeMatch, MatchedCreatives } from "../../index.js";
import { type Caller, isOwn } from "../access/caller.js";
import { CREATIVE_ANSWER, creativeAnswer } from "./creative-answer.js";
import { VERDICT_ANSWER } from "./verdict-answer.js";

/** A creative of the library and the verdict on it and the one that was asked about. */
export const MATCH_ANSWER = z
  .object({
    creative: CREATIVE_ANSWER,
    earlier: z.boolean().describe("true: the library's creative is side a of the verdict, the earlier one"),
    verdict: VERDICT_ANSWER,
  })
  .meta({ id: "Match" });

/** What matching with the library brought. */
export const MATCHES_ANSWER = {
  matches: z.array(MATCH_ANSWER).describe("most similar first"),
  allowed: z.array(MATCH_ANSWER).describe("left out because somebody allowed them"),
  unreadable: z.array(z.string()).describe("ids of own creatives whose stored fingerprints are damaged"),
};

/** A match as a caller may see it. */
export function matchAnswer(match: CreativeMatch, caller: Caller): z.output<typeof MATCH_ANSWER> {
  return { ...match, creative: creativeAnswer(match.creative, caller) };
}

/** Matches as a caller may see them. */
export function matchesAnswer(
  { matches, allowed, unreadable }: MatchedCreatives,
  caller: Caller,
): z.output<z.ZodObject<typeof MATCHES_ANSWER>> {
  return {
    matches: matches.map((match) => matchAnswer(match, caller)),
    allowed: allowed.map((match) => matchAnswer(match, caller)),
    // Whose they are is not known any more where they cannot be read.
    unreadable: isOwn(caller, {}) ? [...unreadable] : [],
  };
}
