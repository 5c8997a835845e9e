import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { MOMENT_BYTES } from "../../signature/descriptors.js";
import { SHORT_BYTES } from "../../signature/short-descriptor.js";
import { replaceFileWith, writeError } from "../durable-file.js";
import type { CellTable } from "./cell-table.js";
import {
  type CellsIdentity,
  formatHeader,
  parseHeader,
  type SavedCellsHeader,
  type SavedFile,
} from "./saved-cells-header.js";

const HEADER_NAME = "header.json";

/** Bytes of a moment in a file: its creative's id and its views. */
const SAVED_MOMENT_BYTES = 4 + MOMENT_BYTES;

/** An index read from its files, or why it must be built anew; `missing` when there is none. */
export type LoadedCells =
  | { readonly table: CellTable }
  | { readonly missing: true }
  | { readonly refused: string };

/**
 * Saves an index into a folder of its own: centres, blocks of moments, and the cell + 1 of each of their views (uint32; all little-endian). The header is replaced last, so that a kill at any
 * moment leaves the index of before or the one of now; blocks that have not changed are not written again. Call it while nothing is
 * being added. Throws DISK_FULL or STORE_NOT_ACCESSIBLE; what was saved before is then still there.
 */
export function saveCells(table: CellTable, folder: string, identity: CellsIdentity): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw writeError(error, folder);
  }
  const before = readHeader(folder, identity);
  const generation = typeof before === "object" ? before.generation + 1 : Date.now();
  const known = new Map(typeof before === "object" ? before.blocks.map((file) => [file.name, file]) : []);
  try {
    const blocks = Array.from({ length: table.moments.blockCount }, (_, block) => {
      const same = known.get(table.savedBlocks.get(block) ?? "");
      if (same !== undefined) return same;
      const file = writeFile(folder, `block-${generation}-${block}.bin`, blockBytes(table, block));
      table.savedBlocks.set(block, file.name);
      return file;
    });
    const centres = writeFile(folder, `centres-${generation}.bin`, asBytes(table.centres.shorts));
    const cells = writeFile(folder, `cells-${generation}.bin`, asBytes(table.cellsByLabel()));
    const ids = table.moments.ids();
    const lastId = ids.at(-1);
    const held = { creatives: ids.length, ...(lastId === undefined ? {} : { lastId }) };
    const header = { identity, generation, ...held, centres, cells, blocks };
    replaceFileWith(join(folder, HEADER_NAME), formatHeader(header));
  } finally {
    removeStrays(folder, identity);
  }
}

/** Reads an index that {@link saveCells} saved into an empty table, after its header, sizes and digests agree. Throws nothing of its own. */
export function loadCells(table: CellTable, folder: string, identity: CellsIdentity): LoadedCells {
  const header = readHeader(folder, identity);
  if (header === undefined) return { missing: true };
  if (typeof header === "string") return { refused: header };
  const centres = readChecked(folder, header.centres);
  if (typeof centres === "string") return { refused: centres };
  const shorts = shortsOf(centres);
  for (let at = 0; at + SHORT_BYTES <= shorts.length; at += SHORT_BYTES) table.addCentre(shorts, at);
  for (const [block, file] of header.blocks.entries()) {
    const bytes = readChecked(folder, file);
    if (typeof bytes === "string") return { refused: bytes };
    const count = Math.floor(bytes.length / SAVED_MOMENT_BYTES);
    table.moments.adoptBlock(words(bytes.subarray(0, count * 4)), shortsOf(bytes.subarray(count * 4)));
    table.savedBlocks.set(block, file.name);
  }
  const cells = readChecked(folder, header.cells);
  if (typeof cells === "string") return { refused: cells };
  const agree = table.adoptCells(words(cells)) && table.size.creatives === header.creatives;
  return agree ? { table } : { refused: "its files do not fit each other" };
}

function blockBytes(table: CellTable, block: number): Uint8Array {
  const { ids, shorts } = table.moments.block(block);
  return Buffer.concat([asBytes(ids), asBytes(shorts)]);
}

/** A copy: what was read need not begin at a multiple of four bytes. */
function words(bytes: Buffer): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

function shortsOf({ buffer, byteOffset, length }: Buffer): Int8Array {
  return new Int8Array(buffer, byteOffset, length);
}

function writeFile(folder: string, name: string, bytes: Uint8Array): SavedFile {
  replaceFileWith(join(folder, name), bytes);
  return describeFile(name, bytes);
}

function asBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function describeFile(name: string, bytes: Uint8Array): SavedFile {
  return { name, bytes: bytes.length, sha256: digestOf(bytes) };
}

function readHeader(folder: string, identity: CellsIdentity): SavedCellsHeader | string | undefined {
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
function removeStrays(folder: string, identity: CellsIdentity): void {
  const header = readHeader(folder, identity);
  const named = new Set([HEADER_NAME]);
  if (typeof header === "object")
    for (const { name } of [header.centres, header.cells, ...header.blocks]) named.add(name);
  for (const name of readdirSync(folder)) if (!named.has(name)) rmSync(join(folder, name), { force: true });
}
