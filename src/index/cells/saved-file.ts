import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { SamecutError } from "../../errors.js";
import { checksumOf } from "../../files/checksum.js";
import { SHORT_BYTES } from "../../signature/short-descriptor.js";
import { replaceFile, replaceFileWith } from "../durable-file.js";
import { graphFileFacts } from "../hnsw/graph-file.js";
import { GraphSegment } from "../hnsw/graph-segment.js";
import type { HnswSettings } from "../hnsw/hnsw-settings.js";
import type { HnswlibModule } from "../hnsw/native-module.js";
import type { SavedFile } from "./saved-cells-header.js";

/** What a graph is read with. */
export interface GraphTools {
  readonly hnswlib: HnswlibModule;
  readonly settings: HnswSettings;
}

/** Why a saved index is not used; its message names the file. */
export class Refusal extends Error {}

/** Writes a file of an index. Throws DISK_FULL or STORE_NOT_ACCESSIBLE. */
export function writeSaved(folder: string, name: string, parts: readonly Uint8Array[]): SavedFile {
  const bytes = Buffer.concat(parts);
  replaceFileWith(join(folder, name), bytes);
  return { name, bytes: bytes.length, checksum: checksumOf(bytes) };
}

/** Reads a file of an index. Throws {@link Refusal} where it is not as it was written. */
export function readSaved(folder: string, file: SavedFile): Buffer {
  return attempt(file, () => {
    const bytes = readFileSync(join(folder, file.name));
    requireSame(file, bytes.length, [bytes]);
    return bytes;
  });
}

/** The same, into places that are there already; together they are as long as the file should be. */
export function readSavedInto(folder: string, file: SavedFile, parts: readonly Uint8Array[]): void {
  attempt(file, () => {
    const descriptor = openSync(join(folder, file.name), "r");
    try {
      for (const part of parts) fillFrom(descriptor, part);
      requireSame(file, fstatSync(descriptor).size, parts);
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Writes a graph, and looks at what has become of it. Throws DISK_FULL or STORE_NOT_ACCESSIBLE. */
export function writeGraph(folder: string, name: string, graph: GraphSegment): SavedFile {
  let bytes: Buffer = Buffer.alloc(0);
  replaceFile(join(folder, name), (path) => {
    graph.write(path);
    bytes = readFileSync(path);
    if (graphFileFacts(bytes)?.count !== graph.count) throw new SamecutError("DISK_FULL", { path });
  });
  return { name, bytes: bytes.length, checksum: checksumOf(bytes) };
}

/** Reads a graph of centres. Throws {@link Refusal} where it is not as it was written, or was built with other settings. */
export function readGraph(folder: string, file: SavedFile, { hnswlib, settings }: GraphTools): GraphSegment {
  const facts = graphFileFacts(readSaved(folder, file));
  if (facts?.dimension !== SHORT_BYTES) throw new Refusal(`${file.name} is no graph of this index`);
  if (facts.M !== settings.M || facts.efConstruction !== settings.efConstruction)
    throw new Refusal(`${file.name} was built with other settings`);
  return attempt(file, () => GraphSegment.read(hnswlib, settings, join(folder, file.name), facts));
}

function fillFrom(descriptor: number, part: Uint8Array): void {
  for (let at = 0; at < part.length; ) {
    const read = readSync(descriptor, part, at, part.length - at, null);
    if (read === 0) return;
    at += read;
  }
}

function requireSame(file: SavedFile, bytes: number, parts: readonly Uint8Array[]): void {
  if (bytes !== file.bytes || checksumOf(...parts) !== file.checksum)
    throw new Refusal(`${file.name} does not have the checksum it was saved with`);
}

function attempt<Result>(file: SavedFile, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal(`${file.name} cannot be read (${code ?? message})`);
  }
}
