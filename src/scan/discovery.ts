import { constants, type Dirent, type Stats } from "node:fs";
import { access, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { SamecutError } from "../errors.js";
import { MEDIA_EXTENSIONS } from "../media/media-extensions.js";
import { creativeName } from "../report/creative-name.js";
import { labelFolders } from "./folder-labels.js";
import { PassedOver } from "./passed-over.js";
import { tellApart } from "./scanned-folders.js";

/** A file that a scan found. */
export interface FoundFile {
  /** Absolute, as it was reached (symbolic links not resolved). */
  readonly absolutePath: string;
  /** Relative to the scanned folder, with `/`; the file's name when the file itself was given. */
  readonly path: string;
  /** The folder `path` is relative to, as {@link tellApart} has it; absent for a single one. */
  readonly folder?: string;
  /** What goes before `path` in ids, as {@link labelFolders} has it; absent for nothing. */
  readonly label?: string;
}

/** What a folder walk gave. */
export interface Discovery {
  readonly files: readonly FoundFile[];
  /** Folders, media files and links to them that could not be followed; then, in one, what was passed over. */
  readonly problems: readonly SamecutError[];
}

const EXTENSIONS: ReadonlySet<string> = new Set(MEDIA_EXTENSIONS.map((extension) => `.${extension}`));

/**
 * Finds the media files under the given folders, and takes files that are given by name whatever they are called.
 * Hidden files and folders are passed over in silence, other files with a word. Symbolic links are followed; what is reached twice (by a link, or because
 * one given folder lies in another) is taken once, so loops end. An unreadable subfolder is a problem, not an end; what is gone when
 * its turn comes, and a link that leads nowhere and is called as no media file is, are none.
 *
 * We walk by ourselves: glob libraries keep silent about folders they may not read.
 *
 * @throws SamecutError FILE_NOT_FOUND or FILE_UNREADABLE for a given folder or file; the signal's reason
 */
export async function discover(roots: readonly string[], signal?: AbortSignal): Promise<Discovery> {
  const seen = new Set<string>();
  const files: FoundFile[] = [];
  const problems: SamecutError[] = [];
  const passedOver = new PassedOver();

  const places = await Promise.all(roots.map(findRoot));
  const bases = places.map(({ base }) => base);
  const [folders, labels] = [tellApart(bases), labelFolders(bases)];
  for (const [root, { absolutePath, base }] of places.entries()) {
    if (absolutePath === base) await walk(base, base, root);
    else await take(absolutePath, basename(absolutePath), root);
  }
  return { files, problems: [...problems, ...passedOver.problems()] };

  async function walk(folder: string, base: string, root: number): Promise<void> {
    signal?.throwIfAborted();
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort(byName)) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      let found: Dirent | Stats = entry;
      try {
        if (entry.isSymbolicLink()) found = await stat(path);
        if (found.isDirectory()) await walk(path, base, root);
        else if (isMedia(entry.name)) await take(path, portable(relative(base, path)), root);
        else if (found.isFile()) passedOver.note(entry.name);
      } catch (error) {
        if (signal?.aborted) throw error;
        if (isOfNoMatter(entry.name, found, error)) continue;
        const name = portable(relative(base, path));
        problems.push(pathError(error, creativeName({ path: name, ...folderOf(root) })));
      }
    }
  }

  async function take(absolutePath: string, path: string, root: number): Promise<void> {
    const real = await realpath(absolutePath);
    if (seen.has(real)) return;
    seen.add(real);
    const label = labels[root];
    files.push({ absolutePath, path, ...(label && { label }), ...folderOf(root) });
  }

  function folderOf(root: number): Pick<FoundFile, "folder"> {
    const folder = folders[root];
    return folder === undefined ? {} : { folder };
  }
}

/** What is given to look at: a folder, its own base, or a file, whose base is the folder that it lies in. */
interface Root {
  readonly absolutePath: string;
  readonly base: string;
}

async function findRoot(given: string): Promise<Root> {
  const absolutePath = resolve(given);
  try {
    if (!(await stat(absolutePath)).isDirectory()) return { absolutePath, base: dirname(absolutePath) };
    await access(absolutePath, constants.R_OK | constants.X_OK);
    return { absolutePath, base: absolutePath };
  } catch (error) {
    throw pathError(error, given);
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

function portable(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** Ends of names that files have, and folders seldom: `notes.txt`, but not `2026.10`. */
const FILE_NAME = /\.[a-z]\w{0,4}$/i;

/** Whether what cannot be followed is no creative and no folder of them: a link of another name, or what is there no more. */
function isOfNoMatter(name: string, found: Dirent | Stats, error: unknown): boolean {
  if (found.isSymbolicLink()) return !isMedia(name) && FILE_NAME.test(name);
  return (error as NodeJS.ErrnoException).code === "ENOENT" && !name.includes(REPLACEMENT);
}

function isMedia(name: string): boolean {
  return EXTENSIONS.has(extname(name).toLowerCase());
}

/** What stands in a name for bytes that are no UTF-8, such as those of a name in GBK; the system knows nothing by that name. */
const REPLACEMENT = "\ufffd";

function pathError(error: unknown, path: string): SamecutError {
  if (error instanceof SamecutError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" && path.includes(REPLACEMENT))
    return new SamecutError("NAME_NOT_UTF8", { path, cause: error });
  const missing = code === "ENOENT" || code === "ENOTDIR";
  return new SamecutError(missing ? "FILE_NOT_FOUND" : "FILE_UNREADABLE", {
    path,
    ...(code === undefined || missing ? {} : { detail: code }),
    cause: error,
  });
}
