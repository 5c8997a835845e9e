import { z } from "zod";

const share = z.number().min(0).max(1);
const span = z.tuple([z.number(), z.number()]).readonly();

/** The verdict on two creatives, `a` being the earlier one; the same as in the JSON report. */
export const VERDICT_ANSWER = z
  .object({
    similarity: share,
    grade: z.enum(["identical", "duplicate", "similar", "possible", "distinct"]),
    rules: z
      .array(
        z.object({
          rule: z.int().min(1).max(8).describe("of the platform's eight self-check rules"),
          confidence: share,
          detail: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])).readonly(),
        }),
      )
      .readonly(),
    coverage: z.object({ a: share, b: share }).describe("share of each side's time that is matched"),
    segments: z
      .array(z.object({ a: span, b: span, similarity: share }))
      .readonly()
      .describe("seconds, end exclusive"),
    transform: z.object({
      mirrored: z.boolean(),
      angleDegrees: z.number(),
      zoom: z.number(),
      stretch: z.number(),
      shift: z.object({ x: z.number(), y: z.number() }).optional(),
      speed: z.number(),
      offsetSeconds: z.number(),
    }),
    changed: z.object({
      regions: z
        .array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }))
        .readonly(),
      audio: z.boolean().optional(),
      cover: z.boolean().optional(),
    }),
  })
  .meta({ id: "Verdict" });
