import { type FileHandle, open } from "node:fs/promises";

/** Boxes an ISO media file (mp4, mov, 3gp) may consist of at its top level. */
export const ISO_BOXES: ReadonlySet<string> = new Set([
  ...[
    "ftyp",
    "moov",
    "mdat",
    "wide",
    "free",
    "skip",
    "pnot",
    "styp",
    "sidx",
    "moof",
    "mfra",
    "uuid",
    "udta",
    "meta",
  ],
]);

/** Boxes looked at; a fragmented file has two for each of its fragments. */
const MAX_BOXES = 20_000;

/** Bytes of a box header with a 64-bit length. */
const LONG_HEADER_BYTES = 16;

/**
 * Bytes that are missing at the end of an ISO media file, by the lengths of its own boxes; 0 when it is whole. Decoders
 * play what is left of such a file without a word, or complain in ways that depend on where it was cut.
 */
export async function missingBytes(path: string, sizeBytes: number): Promise<number> {
  await using handle = await open(path, "r");
  let at = 0;
  for (let box = 0; box < MAX_BOXES && at + 8 <= sizeBytes; box++) {
    const header = await readHeader(handle, at);
    // Something else behind the last box (padding, an old tag) is not ours to judge.
    if (header === undefined || !ISO_BOXES.has(header.type)) return 0;
    if (header.length === 0) return 0;
    at += header.length;
  }
  return Math.max(0, at - sizeBytes);
}

/** Length 0 stands for "up to the end of the file". */
async function readHeader(
  handle: FileHandle,
  at: number,
): Promise<{ type: string; length: number } | undefined> {
  const bytes = Buffer.alloc(LONG_HEADER_BYTES);
  const { bytesRead } = await handle.read(bytes, 0, LONG_HEADER_BYTES, at);
  if (bytesRead < 8) return undefined;
  const type = bytes.toString("latin1", 4, 8);
  const short = bytes.readUInt32BE(0);
  if (short !== 1) return short === 0 || short >= 8 ? { type, length: short } : undefined;
  const long = bytesRead < LONG_HEADER_BYTES ? 0 : Number(bytes.readBigUInt64BE(8));
  return long >= LONG_HEADER_BYTES ? { type, length: long } : undefined;
}
