import { z } from "zod";

/** The report's contract, written down a second time and on purpose apart from the code that fulfils it. */
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const share = z.number().min(0).max(1);
const span = z.tuple([z.number().min(0), z.number().min(0)]);
const rule = z.union([1, 2, 3, 4, 5, 6, 7, 8].map((number) => z.literal(number)));

const identity = z.object({
  id: z.string().min(1),
  path: z.string().min(1),
  uploadedAt: z.iso.datetime().optional(),
});
const creative = z.discriminatedUnion("status", [
  identity.extend({
    status: z.literal("ok"),
    kind: z.enum(["video", "image"]),
    durationSeconds: z.number().min(0),
    width: z.int().positive(),
    height: z.int().positive(),
    layout: z.enum(["plain", "padded", "three-band"]),
    fileDigest: digest,
    videoDigest: digest.optional(),
    audioDigest: digest.optional(),
  }),
  identity.extend({
    status: z.literal("failed"),
    error: z.object({
      code: z.string().regex(/^[A-Z_]+$/),
      message: z.string().min(1),
      remedy: z.string().min(1),
    }),
  }),
]);

const pair = z.object({
  a: z.string(),
  b: z.string(),
  similarity: share,
  grade: z.enum(["identical", "duplicate", "similar", "possible"]),
  rules: z.array(
    z.object({
      rule,
      confidence: share,
      detail: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
    }),
  ),
  coverage: z.object({ a: share, b: share }),
  segments: z.array(z.object({ a: span, b: span, similarity: share })),
  transform: z.object({
    mirrored: z.boolean(),
    angleDegrees: z.number(),
    zoom: z.number(),
    speed: z.number(),
  }),
  changed: z.object({
    regions: z.array(z.object({ x: share, y: share, width: share, height: share })),
    audio: z.boolean().optional(),
    cover: z.boolean().optional(),
  }),
});

/** `samecut.report/1`. */
export const REPORT_CONTRACT = z.object({
  schema: z.literal("samecut.report/1"),
  tool: z.object({ version: z.string(), ffmpeg: z.string(), settings: z.record(z.string(), z.unknown()) }),
  creatives: z.array(creative),
  pairs: z.array(pair),
  groups: z.array(z.object({ id: z.string(), first: z.string(), members: z.array(z.string()).min(2) })),
  summary: z.object({
    creatives: z.int(),
    failed: z.int(),
    pairs: z.int(),
    groups: z.int(),
    elapsedSeconds: z.number().min(0),
  }),
});
