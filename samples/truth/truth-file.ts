import { rename, writeFile } from "node:fs/promises";
import { z } from "zod";

const rule = z.literal([1, 2, 3, 4, 5, 6, 7, 8]);
const share = z.number();
const region = z.object({ x: share, y: share, width: share, height: share });
const span = z.tuple([z.number().nonnegative(), z.number().positive()]).readonly();

const editTruth = z.object({
  mirrored: z.boolean(),
  angleDegrees: z.number().gt(-180).lte(180),
  zoom: z.number().positive(),
  stretch: z.number().positive(),
  speed: z.number().positive(),
  offsetSeconds: z.number(),
  content: region,
  regions: z.array(region).readonly(),
  stretches: z
    .array(z.object({ a: span, b: span }))
    .min(1)
    .readonly(),
});

const pair = z.object({
  /** Paths relative to the truth file, with `/`. Side a is the earlier creative. */
  a: z.string().min(1),
  b: z.string().min(1),
  /** Name of the edit, scene relation or hard negative. */
  edit: z.string().min(1),
  group: z.string().min(1),
  expected: z.enum(["similar", "possible", "distinct"]),
  /** `expected` is "similar": what recall is counted on. */
  similar: z.boolean(),
  /** Rules that rightly explain the pair, best first; empty for distinct pairs. */
  rules: z.array(rule).readonly(),
  strength: z.enum(["mild", "medium", "strong"]).optional(),
  /** For combinations: the edits applied, in order. */
  steps: z.array(z.string()).readonly().optional(),
  /** How b was made from a; absent where a is not what b was made from. */
  truth: editTruth.optional(),
});

const creative = z.object({
  file: z.string().min(1),
  /** Name of the original it shows. */
  original: z.string().min(1),
  /** Names of other originals it shows seconds of: in an intro, a replaced tail, behind or beside the picture. */
  alsoShows: z.array(z.string().min(1)).readonly(),
});

const truthFile = z.object({
  schema: z.literal("samecut.truth/1"),
  originals: z
    .array(
      z.object({
        name: z.string(),
        file: z.string(),
        /** Originals of one family may show the same scene or person: pairs of them are not known to be distinct. */
        family: z.string(),
      }),
    )
    .readonly(),
  /** Every file, originals included. */
  creatives: z.array(creative).readonly(),
  pairs: z.array(pair).readonly(),
});

/** What is known of one pair of files. */
export type PairTruth = z.infer<typeof pair>;

/** One file and the originals whose footage it shows. */
export type Creative = z.infer<typeof creative>;

/** All that is known of a folder of rendered creatives. Files named in it may not be there yet. */
export type TruthFile = z.infer<typeof truthFile>;

/** Reads a truth file's text; throws a ZodError that names the field when it is not one. */
export function parseTruth(text: string): TruthFile {
  return truthFile.parse(JSON.parse(text));
}

/** Writes a truth file in one step, so that readers never see half of it. One pair a line, to be read by people too. */
export async function writeTruth(path: string, truth: TruthFile): Promise<void> {
  const lines = (items: readonly unknown[]): string =>
    items.map((item) => `    ${JSON.stringify(item)}`).join(",\n");
  const lists = (["originals", "creatives", "pairs"] as const).map(
    (name) => `  "${name}": [\n${lines(truth[name])}\n  ]`,
  );
  const text = `{\n  "schema": "${truth.schema}",\n${lists.join(",\n")}\n}\n`;
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, text);
  await rename(partial, path);
}
