import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { SamecutError } from "../errors.js";
import type { FoundFile } from "./discovery.js";
import { parseMoment } from "./moment.js";

const text = z.string().trim().min(1);
/** An empty cell of a CSV means that the value is not known. */
const optionalText = z.preprocess(
  (value) => (value === "" || value === null ? undefined : value),
  text.optional(),
);

const ENTRY = z.object({
  path: text,
  id: optionalText,
  account: optionalText,
  customer: optionalText,
  uploadedAt: optionalText.transform((value, context) => {
    if (value === undefined) return undefined;
    const moment = parseMoment(value);
    if (moment !== undefined) return moment.toISOString();
    context.addIssue({
      code: "custom",
      message: `uploadedAt "${value}" is no date such as 2026-11-21 or 2026-11-21T08:30:00+08:00`,
    });
    return z.NEVER;
  }),
});

/** What a manifest says of one creative. */
export interface ManifestEntry {
  readonly path: string;
  readonly id: string | undefined;
  readonly account: string | undefined;
  readonly customer: string | undefined;
  /** ISO 8601, UTC. */
  readonly uploadedAt: string | undefined;
}

/** A list of what is known about creatives. */
export class Manifest {
  readonly entries: readonly ManifestEntry[];
  /** Absolute path of the folder it lies in, which its paths may be relative to. */
  readonly folder: string;
  readonly #byPath = new Map<string, ManifestEntry>();
  readonly #used = new Set<ManifestEntry>();

  constructor(entries: readonly ManifestEntry[], manifestPath: string) {
    this.entries = entries;
    this.folder = dirname(manifestPath);
    for (const entry of entries) {
      if (this.#byPath.has(entry.path)) throw invalid(manifestPath, `"${entry.path}" is listed twice`);
      this.#byPath.set(entry.path, entry);
      this.#byPath.set(resolve(this.folder, entry.path), entry);
    }
  }

  /** The entry of a file: by its path in the scanned folder, or by its place relative to the manifest. */
  entryOf(file: FoundFile): ManifestEntry | undefined {
    const entry = this.#byPath.get(file.path) ?? this.#byPath.get(file.absolutePath);
    if (entry !== undefined) this.#used.add(entry);
    return entry;
  }

  /** The entries that no file has asked for. */
  unused(): ManifestEntry[] {
    return this.entries.filter((entry) => !this.#used.has(entry));
  }
}

/**
 * Reads a manifest: CSV with a head, or JSON lines when the first character is `{`. Known columns are `path`
 * (required; relative to the scanned folder or to the manifest), `id`, `account`, `customer` and `uploadedAt` (a date,
 * or a date with time; without an offset it is taken as UTC); others are passed over.
 *
 * @throws SamecutError FILE_NOT_FOUND, FILE_UNREADABLE, MANIFEST_INVALID naming the line
 */
export async function readManifest(path: string): Promise<Manifest> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new SamecutError(error.code === "ENOENT" ? "FILE_NOT_FOUND" : "FILE_UNREADABLE", {
      path,
      cause: error,
    });
  });
  const plain = textOf(bytes, path);
  const rows = plain.trimStart().startsWith("{") ? jsonLines(plain, path) : csvRows(plain, path);
  const entries = rows.map(({ line, value }) => {
    const checked = ENTRY.safeParse(value);
    if (checked.success) return checked.data as ManifestEntry;
    const issue = checked.error.issues[0];
    throw invalid(path, `line ${line}: ${[issue.path.join("."), issue.message].filter(Boolean).join(": ")}`);
  });
  return new Manifest(entries, resolve(path));
}

/** The text without its byte order mark. What is not UTF-8 would give accounts and paths that nobody has. */
function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw invalid(path, 'it is not in UTF-8; in Excel, save it as "CSV UTF-8"', cause);
  }
}

interface ManifestRow {
  readonly line: number;
  readonly value: unknown;
}

function jsonLines(content: string, path: string): ManifestRow[] {
  return content.split(/\r?\n/).flatMap((line, index): ManifestRow[] => {
    if (line.trim() === "") return [];
    try {
      return [{ line: index + 1, value: JSON.parse(line) }];
    } catch (cause) {
      throw invalid(path, `line ${index + 1} is not JSON`, cause);
    }
  });
}

function csvRows(content: string, path: string): ManifestRow[] {
  let columns: readonly string[] = [];
  const rows: ManifestRow[] = [];
  try {
    parse(content, {
      columns: (head: string[]) => {
        columns = head;
        return head;
      },
      skip_empty_lines: true,
      trim: true,
      on_record: (value: unknown, { lines }) => {
        rows.push({ line: lines, value });
        return null;
      },
    });
  } catch (cause) {
    throw invalid(path, (cause as Error).message, cause);
  }
  if (!columns.includes("path") && rows.length > 0)
    throw invalid(
      path,
      `line 1: there is no column "path", only ${columns.map((name) => `"${name}"`).join(", ")}`,
    );
  return rows;
}

function invalid(path: string, detail: string, cause?: unknown): SamecutError {
  return new SamecutError("MANIFEST_INVALID", { path, detail, cause });
}
