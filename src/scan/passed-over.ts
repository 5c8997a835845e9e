import { extname } from "node:path";
import { SamecutError } from "../errors.js";

/**
 * What lies beside creatives in every folder and is none: texts, tables, documents, data, subtitles, links, sound, what systems leave behind,
 * a library of ours.
 */
const COMPANY: ReadonlySet<string> = new Set(
  [
    ...["txt", "md", "rtf", "doc", "docx", "pdf", "ppt", "pptx", "htm", "html"],
    ...["csv", "tsv", "xls", "xlsx", "json", "jsonl", "xml", "yml", "yaml", "ini", "log"],
    ...["srt", "ass", "vtt", "url", "lnk", "mp3", "wav", "aac", "m4a", "flac"],
    ...[
      "db",
      "sqlite",
      "sqlite-wal",
      "sqlite-shm",
      "sqlite-journal",
      "lock",
      "lock-journal",
      "pid",
      "bin",
      "key",
    ],
  ].map((extension) => `.${extension}`),
);

/** What passes for an extension; what follows the last dot of `2026.10 final cut` is none. */
const EXTENSION = /^\.[\w~-]{1,12}$/;

/** Kinds that are named; the others are counted. */
const NAMED_KINDS = 5;

/** Where files without extension stand among others of their number: behind every letter. */
const LAST = "~";

/** Files that a folder walk passed over though they may be creatives, counted by their extensions. */
export class PassedOver {
  readonly #files = new Map<string, number>();

  /** Notes a file by its name, unless it is nothing that anybody takes for a creative. */
  note(name: string): void {
    const ending = extname(name).toLowerCase();
    if (COMPANY.has(ending)) return;
    const extension = EXTENSION.test(ending) ? ending : "";
    this.#files.set(extension, (this.#files.get(extension) ?? 0) + 1);
  }

  /** One FILES_PASSED_OVER, with how many of which extension, most first; none where there were no such files. */
  problems(): SamecutError[] {
    if (this.#files.size === 0) return [];
    const kinds = [...this.#files].sort(([p, m], [q, n]) => n - m || ((p || LAST) < (q || LAST) ? -1 : 1));
    const named = kinds
      .slice(0, NAMED_KINDS)
      .map(([extension, files]) => `${files} ${extension || "without extension"}`);
    const others = kinds.slice(NAMED_KINDS).reduce((sum, [, files]) => sum + files, 0);
    if (others > 0) named.push(`${others} others`);
    return [new SamecutError("FILES_PASSED_OVER", { detail: named.join(", ") })];
  }
}
