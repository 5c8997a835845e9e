import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { SamecutError } from "../errors.js";
import { HEAD_BYTES } from "./content-kind.js";

/** A regular file that was there, readable and not empty when it was looked at. */
export interface MediaFile {
  /** What errors call it: the path as the caller wrote it; undefined for a temporary copy of something else. */
  readonly reportedPath: string | undefined;
  readonly absolutePath: string;
  readonly sizeBytes: number;
  /** Modification time, milliseconds with fraction. */
  readonly modifiedMilliseconds: number;
  /** The first bytes, for `contentKind`. */
  readonly head: Uint8Array;
}

/**
 * Looks at a file before anything decodes it.
 *
 * @throws SamecutError FILE_NOT_FOUND, FILE_UNREADABLE, NOT_A_FILE, FILE_EMPTY
 */
export async function openMediaFile(
  path: string,
  options: { readonly anonymous?: boolean } = {},
): Promise<MediaFile> {
  const reportedPath = options.anonymous === true ? undefined : path;
  const absolutePath = resolve(path);
  try {
    // Before opening: the open of a named pipe would wait for ever.
    const facts = await stat(absolutePath);
    if (!facts.isFile()) {
      throw new SamecutError("NOT_A_FILE", {
        path: reportedPath,
        detail: facts.isDirectory() ? "a folder" : "a device, pipe or socket",
      });
    }
    if (facts.size === 0) throw new SamecutError("FILE_EMPTY", { path: reportedPath });
    return {
      reportedPath,
      absolutePath,
      sizeBytes: facts.size,
      modifiedMilliseconds: facts.mtimeMs,
      head: await readHead(absolutePath),
    };
  } catch (error) {
    throw fileError(error, reportedPath);
  }
}

/**
 * Makes sure that a file is still the one that was opened: size and modification time unchanged.
 *
 * @throws SamecutError FILE_CHANGED, FILE_NOT_FOUND
 */
export async function confirmUnchanged(file: MediaFile): Promise<void> {
  try {
    const now = await stat(file.absolutePath);
    if (now.size !== file.sizeBytes || now.mtimeMs !== file.modifiedMilliseconds) {
      throw new SamecutError("FILE_CHANGED", { path: file.reportedPath });
    }
  } catch (error) {
    throw fileError(error, file.reportedPath);
  }
}

/** The coded error for what the file system answered; a SamecutError is passed through. */
export function fileError(error: unknown, path: string | undefined): SamecutError {
  if (error instanceof SamecutError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  const details = { path, cause: error };
  if (code === "ENOENT" || code === "ENOTDIR") return new SamecutError("FILE_NOT_FOUND", details);
  if (code === "EISDIR") return new SamecutError("NOT_A_FILE", { ...details, detail: "a folder" });
  return new SamecutError("FILE_UNREADABLE", { ...details, detail: code ?? String(error) });
}

async function readHead(path: string): Promise<Uint8Array> {
  await using handle = await open(path, "r");
  const head = new Uint8Array(HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
  return head.subarray(0, bytesRead);
}
