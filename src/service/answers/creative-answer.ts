import { z } from "zod";
import { type Creative, DESIGN_NOTES } from "../../index.js";
import { type Caller, isOwn } from "../access/caller.js";

/** A creative as answers tell it. */
export const CREATIVE_ANSWER = z
  .object({
    own: z
      .boolean()
      .describe("false: another account's, of which neither id nor account, path or digests are told"),
    id: z.string().optional(),
    kind: z.enum(["video", "image"]),
    durationSeconds: z.number(),
    width: z.int(),
    height: z.int(),
    layout: z.enum(["plain", "padded", "three-band"]),
    designNotes: z
      .array(z.enum(DESIGN_NOTES))
      .readonly()
      .optional()
      .describe("what platforms may mark as low quality, similar or not; told of the caller's own"),
    fileDigest: z.string().optional(),
    videoDigest: z.string().optional(),
    audioDigest: z.string().optional(),
    path: z.string().optional().describe("as it was given when the creative was added"),
    account: z.string().optional(),
    customer: z.string().optional(),
    labels: z.array(z.string()).readonly().optional(),
    uploadedAt: z.string().optional(),
    addedAt: z.string(),
  })
  .meta({ id: "Creative" });

/** A creative as answers tell it; of another account's, what is nobody else's business is left out. */
export type CreativeAnswer = z.output<typeof CREATIVE_ANSWER>;

/** A creative as a caller may see it. */
export function creativeAnswer(creative: Creative, caller: Caller): CreativeAnswer {
  if (isOwn(caller, creative)) return { own: true, ...creative };
  const { kind, durationSeconds, width, height, layout, uploadedAt, addedAt } = creative;
  return {
    own: false,
    kind,
    durationSeconds,
    width,
    height,
    layout,
    ...(uploadedAt === undefined ? {} : { uploadedAt }),
    addedAt,
  };
}
