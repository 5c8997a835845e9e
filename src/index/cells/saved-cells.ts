import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeError } from "../../files/write-error.js";
import { MOMENT_BYTES } from "../../signature/descriptors.js";
import { replaceFileWith } from "../durable-file.js";
import type { GraphSegment } from "../hnsw/graph-segment.js";
import { CellTable } from "./cell-table.js";
import {
  type CellsIdentity,
  formatHeader,
  OUTDATED,
  parseHeader,
  type SavedCellsHeader,
  type SavedFile,
} from "./saved-cells-header.js";
import {
  type GraphTools,
  Refusal,
  readGraph,
  readSaved,
  readSavedInto,
  writeGraph,
  writeSaved,
} from "./saved-file.js";

const HEADER_NAME = "header.json";

/** Bytes of a moment in a file: its creative's id and its views. */
const SAVED_MOMENT_BYTES = 4 + MOMENT_BYTES;

/** An index read from its files, or why it must be built anew: `missing` when there is none, `outdated` when another version of samecut saved it. */
export type LoadedCells =
  | { readonly table: CellTable }
  | { readonly missing: true }
  | { readonly outdated: true }
  | { readonly refused: string };

/**
 * Saves an index into a folder of its own: centres, their graphs, blocks of moments, and the cell + 1 of each of their views (uint32; all little-endian). The header is replaced last, so that a kill at any
 * moment leaves the index of before or the one of now; blocks that have not changed are not written again. Call it while nothing is
 * being added. Throws DISK_FULL or STORE_NOT_ACCESSIBLE; what was saved before is then still there.
 */
export function saveCells(table: CellTable, folder: string, identity: CellsIdentity): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw writeError(error, folder);
  }
  const before = soundHeader(folder, identity);
  const generation = before === undefined ? Date.now() : before.generation + 1;
  const known = new Map(before?.blocks.map((file) => [file.name, file]));
  try {
    const blocks = Array.from({ length: table.moments.blockCount }, (_, block) => {
      const same = known.get(table.savedBlocks.get(block) ?? "");
      if (same !== undefined) return same;
      const { ids, shorts } = table.moments.block(block);
      const file = writeSaved(folder, `block-${generation}-${block}.bin`, [asBytes(ids), asBytes(shorts)]);
      table.savedBlocks.set(block, file.name);
      return file;
    });
    const { centres: held } = table.cells;
    const write = (name: string) => (graph: GraphSegment, place: number) =>
      writeGraph(folder, `${name}-${generation}-${place}.bin`, graph);
    const graphs = held.graphs.map(write("graph"));
    const nextGraphs = held.nextGraphs.map(write("next-graph"));
    const round = { ...held.round, untended: table.untended };
    const centres = writeSaved(folder, `centres-${generation}.bin`, [asBytes(held.shorts)]);
    const cells = writeSaved(folder, `cells-${generation}.bin`, [asBytes(table.cells.byLabel())]);
    const creatives = table.moments.creativeCount;
    const header = { identity, generation, creatives, centres, graphs, nextGraphs, round, cells, blocks };
    replaceFileWith(join(folder, HEADER_NAME), formatHeader(header));
  } finally {
    removeStrays(folder, identity);
  }
}

/** Reads an index that {@link saveCells} saved, after its header, sizes and checksums agree. Throws nothing of its own. */
export function loadCells(folder: string, identity: CellsIdentity, tools: GraphTools): LoadedCells {
  const header = readHeader(folder, identity);
  if (header === undefined) return { missing: true };
  if (header === OUTDATED) return { outdated: true };
  if ("refused" in header) return header;
  try {
    return { table: tableOf(folder, header, tools) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

function tableOf(folder: string, header: SavedCellsHeader, tools: GraphTools): CellTable {
  const table = new CellTable(tools.hnswlib, tools.settings);
  const read = (file: SavedFile): GraphSegment => readGraph(folder, file, tools);
  const graphs = header.graphs.map(read);
  const nextGraphs = header.nextGraphs.map(read);
  const { untended, ...round } = header.round;
  const shorts = shortsOf(readSaved(folder, header.centres));
  requireFit(table.cells.adoptCentres({ shorts, graphs, nextGraphs, round }));
  table.untended = untended;
  table.moments.reserve(header.blocks.length);
  for (const [block, file] of header.blocks.entries()) {
    const room = table.moments.openBlock(file.bytes / SAVED_MOMENT_BYTES);
    requireFit(room !== undefined);
    readSavedInto(folder, file, [asBytes(room.ids), asBytes(room.shorts)]);
    table.moments.adoptBlock(block);
    table.savedBlocks.set(block, file.name);
  }
  requireFit(table.cells.adopt(words(readSaved(folder, header.cells))));
  requireFit(table.size.creatives === header.creatives);
  return table;
}

function requireFit(fits: boolean): asserts fits {
  if (!fits) throw new Refusal("its files do not fit each other");
}

/** A copy: what was read need not begin at a multiple of four bytes. */
function words(bytes: Buffer): Uint32Array<ArrayBuffer> {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

function shortsOf(bytes: Buffer): Int8Array<ArrayBuffer> {
  return new Int8Array(bytes);
}

function asBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function readHeader(folder: string, identity: CellsIdentity): ReturnType<typeof parseHeader> | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, HEADER_NAME), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? undefined : { refused: `its header cannot be read (${code})` };
  }
  return parseHeader(text, identity);
}

/** The header of files that may be read and added to; undefined where there are none. */
function soundHeader(folder: string, identity: CellsIdentity): SavedCellsHeader | undefined {
  const header = readHeader(folder, identity);
  return typeof header === "object" && "generation" in header ? header : undefined;
}

/** Removes files that the header does not name: of the save before, or of one that was cut short. */
function removeStrays(folder: string, identity: CellsIdentity): void {
  const header = soundHeader(folder, identity);
  const named = new Set([HEADER_NAME]);
  if (header !== undefined)
    for (const { name } of [
      header.centres,
      header.cells,
      ...header.graphs,
      ...header.nextGraphs,
      ...header.blocks,
    ])
      named.add(name);
  for (const name of readdirSync(folder)) if (!named.has(name)) rmSync(join(folder, name), { force: true });
}
