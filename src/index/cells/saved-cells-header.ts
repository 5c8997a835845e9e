import { z } from "zod";

/** Raised when the files below change their form; other forms are not read but built anew. */
const SAVED_CELLS_FORMAT = 5;

/** What stands for an index of another version of samecut, which is no damage; see {@link CellsIdentity.descriptorVersion}. */
export const OUTDATED = "outdated";

/** What the bytes of an index mean; files that disagree in any point must not be loaded. */
export interface CellsIdentity {
  /** The collection the ids belong to. */
  readonly owner: string;
  /** See `DESCRIPTOR_VERSION`. */
  readonly descriptorVersion: number;
}

const fileSchema = z.object({
  name: z.string().regex(/^[\w.-]+$/),
  bytes: z.int().nonnegative(),
  /** CRC-32. */
  checksum: z.int().nonnegative(),
});

const headerSchema = z.object({
  format: z.literal(SAVED_CELLS_FORMAT),
  identity: z.object({
    owner: z.string(),
    descriptorVersion: z.int(),
  }),
  /** Number of the save; file names carry it, so no file is ever overwritten. */
  generation: z.int().nonnegative(),
  /** Creatives held. */
  creatives: z.int().nonnegative(),
  /** The upright centres. */
  centres: fileSchema,
  /** The graphs of the centres in all orientations, labelled by their cells, in their order. */
  graphs: z.array(fileSchema),
  /** The graphs that will follow them, with the anchors of this round. */
  nextGraphs: z.array(fileSchema),
  /** How far the round is: see `AnchorRound`, and views added since a centre was tended. */
  round: z.object({
    next: z.int().nonnegative(),
    end: z.int().nonnegative(),
    untended: z.int().nonnegative(),
  }),
  /** The cell of each view. */
  cells: fileSchema,
  /** Blocks of moments, in their order. */
  blocks: z.array(fileSchema),
});

/** The sidecar of a saved index: what its files are and mean. */
export type SavedCellsHeader = z.infer<typeof headerSchema>;

/** A file of a saved index. */
export type SavedFile = z.infer<typeof fileSchema>;

/** The header as text. */
export function formatHeader(header: Omit<SavedCellsHeader, "format">): string {
  return `${JSON.stringify({ format: SAVED_CELLS_FORMAT, ...header } satisfies SavedCellsHeader, null, 2)}\n`;
}

/** The header of a text, or why it is none of `identity`: another version made it, or the reason. */
export function parseHeader(
  text: string,
  { owner, descriptorVersion }: CellsIdentity,
): SavedCellsHeader | typeof OUTDATED | { readonly refused: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { refused: "its header is not JSON" };
  }
  const form = z.object({ format: z.int() }).safeParse(json);
  if (form.success && form.data.format !== SAVED_CELLS_FORMAT) return OUTDATED;
  const parsed = headerSchema.safeParse(json);
  if (!parsed.success)
    return { refused: `its header is of another form (${z.prettifyError(parsed.error).split("\n", 1)[0]})` };
  const { identity } = parsed.data;
  if (identity.owner !== owner) return { refused: `its owner is ${identity.owner}, not ${owner}` };
  return identity.descriptorVersion === descriptorVersion ? parsed.data : OUTDATED;
}
