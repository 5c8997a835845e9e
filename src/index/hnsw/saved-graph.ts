import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { SamecutError } from "../../errors.js";
import { replaceFile, replaceFileWith, writeError } from "../durable-file.js";
import { isCompleteGraphFile } from "./graph-file-length.js";
import { GraphSegment } from "./graph-segment.js";
import type { HnswSettings } from "./hnsw-settings.js";
import type { HnswlibModule } from "./native-module.js";
import { decodePostings, encodePostings } from "./postings-file.js";
import {
  formatHeader,
  type GraphIdentity,
  parseHeader,
  type SavedFile,
  type SavedGraphHeader,
} from "./saved-graph-header.js";
import { type LabelledSegment, SegmentedGraph } from "./segmented-graph.js";

const HEADER_NAME = "header.json";

/** An index read from its files, or why it must be built anew; `missing` when there is none. */
export type LoadedGraph =
  | { readonly graph: SegmentedGraph }
  | { readonly missing: true }
  | { readonly refused: string };

/**
 * Saves an index into a folder of its own. The header is replaced last, so that a kill at any moment leaves the
 * index of before or the one of now; segments that have not changed are not written again. Call it while nothing is
 * being added. Throws DISK_FULL or STORE_NOT_ACCESSIBLE; what was saved before is then still there.
 */
export function saveGraph(graph: SegmentedGraph, folder: string, identity: GraphIdentity): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw writeError(error, folder);
  }
  const before = readHeader(folder, identity);
  const generation = typeof before === "object" ? before.generation + 1 : Date.now();
  const known = new Map(
    typeof before === "object" ? before.segments.map(({ file }) => [file.name, file]) : [],
  );
  try {
    const live = graph.segments.filter(({ segment }) => segment.count > segment.deleted);
    const segments = live.map((owner, i) => {
      const file =
        (owner.savedAs && known.get(owner.savedAs)) ||
        writeSegment(owner, folder, `segment-${generation}-${i}.hnsw`);
      owner.savedAs = file.name;
      return { file, count: owner.segment.count, deleted: owner.segment.deleted };
    });
    const ids = graph.postings.ids();
    const lastId = ids.at(-1);
    const header = {
      identity,
      generation,
      creatives: ids.length,
      ...(lastId === undefined ? {} : { lastId }),
      postings: writePostings(graph, live, folder, `postings-${generation}.bin`),
      segments,
    };
    replaceFileWith(join(folder, HEADER_NAME), formatHeader(header));
  } finally {
    removeStrays(folder, identity);
  }
}

/** Reads an index that {@link saveGraph} saved, after its header, sizes and digests agree. Throws nothing of its own. */
export function loadGraph(
  hnswlib: HnswlibModule,
  settings: HnswSettings,
  folder: string,
  identity: GraphIdentity,
): LoadedGraph {
  const header = readHeader(folder, identity);
  if (header === undefined) return { missing: true };
  if (typeof header === "string") return { refused: header };
  const graph = new SegmentedGraph(hnswlib, settings, identity.dimension);
  const postingBytes = readChecked(folder, header.postings);
  if (typeof postingBytes === "string") return { refused: postingBytes };
  const postings = decodePostings(postingBytes);
  if (postings?.length !== header.segments.length)
    return { refused: "its posting lists do not fit its segments" };
  for (const [i, { file, count, deleted }] of header.segments.entries()) {
    const bytes = readChecked(folder, file);
    if (typeof bytes === "string") return { refused: bytes };
    if (!isCompleteGraphFile(bytes)) return { refused: `${file.name} is incomplete` };
    const shape = { dimension: identity.dimension, capacity: count };
    const idsByPlace = postings[i] as number[][];
    let segment: GraphSegment;
    try {
      segment = GraphSegment.read(hnswlib, settings, shape, { path: join(folder, file.name), deleted });
    } catch (error) {
      return { refused: `${file.name} cannot be read (${(error as Error).message})` };
    }
    if (segment.count !== count || idsByPlace.length !== count)
      return { refused: `${file.name} has another count` };
    graph.adopt(segment, file.name, idsByPlace);
  }
  return { graph };
}

function writeSegment(owner: LabelledSegment, folder: string, name: string): SavedFile {
  const path = join(folder, name);
  let file: SavedFile | undefined;
  replaceFile(path, (temporaryPath) => {
    owner.segment.write(temporaryPath);
    const bytes = existsSync(temporaryPath) ? readFileSync(temporaryPath) : undefined;
    if (bytes === undefined || !isCompleteGraphFile(bytes)) throw incomplete(folder, path);
    file = describeFile(name, bytes);
  });
  return file as SavedFile;
}

function writePostings(
  graph: SegmentedGraph,
  live: readonly LabelledSegment[],
  folder: string,
  name: string,
): SavedFile {
  const bytes = encodePostings(
    live.map(({ segment, firstLabel }) =>
      Array.from({ length: segment.count }, (_, place) => graph.postings.idsOf(firstLabel + place)),
    ),
  );
  replaceFileWith(join(folder, name), bytes);
  return describeFile(name, bytes);
}

function describeFile(name: string, bytes: Buffer): SavedFile {
  return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** hnswlib does not say why its file came out short; a full disk is the likely reason, a lost folder the other. */
function incomplete(folder: string, path: string): SamecutError {
  if (!existsSync(folder))
    return new SamecutError("STORE_NOT_ACCESSIBLE", { path, detail: "the folder is gone" });
  const { bavail, bsize } = statfsSync(folder);
  return new SamecutError("DISK_FULL", {
    path,
    detail: `the index came out incomplete, ${bavail * bsize} bytes are free`,
  });
}

function readHeader(folder: string, identity: GraphIdentity): SavedGraphHeader | string | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, HEADER_NAME), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? undefined : `its header cannot be read (${code})`;
  }
  return parseHeader(text, identity);
}

function readChecked(folder: string, file: SavedFile): Buffer | string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file.name));
  } catch (error) {
    return `${file.name} cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
  const found = describeFile(file.name, bytes);
  return found.bytes === file.bytes && found.sha256 === file.sha256
    ? bytes
    : `${file.name} does not have the digest it was saved with`;
}

/** Removes files that the header does not name: of the save before, or of one that was cut short. */
function removeStrays(folder: string, identity: GraphIdentity): void {
  const header = readHeader(folder, identity);
  const named = new Set([HEADER_NAME]);
  if (typeof header === "object")
    for (const { name } of [header.postings, ...header.segments.map(({ file }) => file)]) named.add(name);
  for (const name of readdirSync(folder)) if (!named.has(name)) rmSync(join(folder, name), { force: true });
}
