import { z } from "zod";

/** Raised when the files below change their form; other forms are not read but built anew. */
const SAVED_GRAPH_FORMAT = 1;

/** What the vectors of an index mean; a file that disagrees in any point must not be loaded. */
export interface GraphIdentity {
  /** The collection the ids belong to. */
  readonly owner: string;
  readonly dimension: number;
  /** See `DESCRIPTOR_VERSION`. */
  readonly descriptorVersion: number;
  readonly M: number;
  readonly efConstruction: number;
}

const fileSchema = z.object({
  name: z.string().regex(/^[\w.-]+$/),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const headerSchema = z.object({
  format: z.literal(SAVED_GRAPH_FORMAT),
  metric: z.literal("l2"),
  identity: z.object({
    owner: z.string(),
    dimension: z.int(),
    descriptorVersion: z.int(),
    M: z.int(),
    efConstruction: z.int(),
  }),
  /** Number of the save; file names carry it, so no file is ever overwritten. */
  generation: z.int().nonnegative(),
  /** Creatives held, and the highest id among them: what a reader sees at a glance. */
  creatives: z.int().nonnegative(),
  lastId: z.int().optional(),
  postings: fileSchema,
  segments: z.array(
    z.object({ file: fileSchema, count: z.int().positive(), deleted: z.int().nonnegative() }),
  ),
});

/** The sidecar of a saved index: what its files are and mean. */
export type SavedGraphHeader = z.infer<typeof headerSchema>;

/** A file of a saved index. */
export type SavedFile = z.infer<typeof fileSchema>;

/** The header as text. */
export function formatHeader(header: Omit<SavedGraphHeader, "format" | "metric">): string {
  return `${JSON.stringify({ format: SAVED_GRAPH_FORMAT, metric: "l2", ...header } satisfies SavedGraphHeader, null, 2)}\n`;
}

/** The header of a text, or the reason why it is none or not one of `identity`. */
export function parseHeader(text: string, identity: GraphIdentity): SavedGraphHeader | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "its header is not JSON";
  }
  const parsed = headerSchema.safeParse(json);
  if (!parsed.success)
    return `its header is of another form (${z.prettifyError(parsed.error).split("\n", 1)[0]})`;
  for (const name of Object.keys(identity) as (keyof GraphIdentity)[]) {
    const found = parsed.data.identity[name];
    if (found !== identity[name]) return `its ${name} is ${found}, not ${identity[name]}`;
  }
  return parsed.data;
}
