import { realpath, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { SamecutError } from "../../index.js";

/** A file that a request named. */
export interface RootedFile {
  /** With all links followed. */
  readonly absolutePath: string;
  /** As the request named it. */
  readonly path: string;
}

/** The folders whose files requests may name by path. */
export class Roots {
  readonly #folders: readonly string[];

  private constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** Throws FILE_NOT_FOUND for a folder that is not there. */
  static async open(folders: readonly string[]): Promise<Roots> {
    const found = folders.map(async (folder) => {
      try {
        return await realpath(folder);
      } catch (cause) {
        throw new SamecutError("FILE_NOT_FOUND", { path: folder, cause });
      }
    });
    return new Roots(await Promise.all(found));
  }

  /**
   * The file of a path that is relative to one of the roots (the first that has it), or inside one. Links are followed
   * before anything is decided. Errors name no path but the one that was given.
   *
   * @throws SamecutError PATH_OUTSIDE_ROOTS, FILE_NOT_FOUND, NOT_A_FILE, INPUT_TOO_LARGE
   */
  async find(path: string, limitBytes: number): Promise<RootedFile> {
    if (path.includes("\0")) throw new SamecutError("PATH_OUTSIDE_ROOTS");
    const inside = this.#folders.filter((root) => isInside(root, resolve(root, path)));
    if (inside.length === 0) throw new SamecutError("PATH_OUTSIDE_ROOTS");
    for (const root of inside) {
      const absolutePath = await realpath(resolve(root, path)).catch(() => undefined);
      if (absolutePath === undefined) continue;
      if (!this.#folders.some((folder) => isInside(folder, absolutePath)))
        throw new SamecutError("PATH_OUTSIDE_ROOTS");
      await requireFile(absolutePath, limitBytes);
      return { absolutePath, path };
    }
    throw new SamecutError("FILE_NOT_FOUND");
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function requireFile(path: string, limitBytes: number): Promise<void> {
  const facts = await stat(path).catch(() => undefined);
  if (facts === undefined) throw new SamecutError("FILE_NOT_FOUND");
  if (!facts.isFile()) throw new SamecutError("NOT_A_FILE");
  if (facts.size > limitBytes)
    throw new SamecutError("INPUT_TOO_LARGE", { detail: `more than ${limitBytes} bytes` });
}
