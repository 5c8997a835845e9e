import { z } from "zod";
import { CREATIVE_ANSWER } from "./creative-answer.js";

/** Groups of similar creatives. */
export const GROUPS_ANSWER = z.object({
  groups: z.array(
    z.object({
      first: CREATIVE_ANSWER.describe("the earliest, which counts as the original"),
      members: z.array(CREATIVE_ANSWER),
    }),
  ),
});
