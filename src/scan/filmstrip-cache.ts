import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../files/atomic-file.js";

/** Changes when the same plan gives other pictures. */
const VERSION = 2;

/** Keeps filmstrip images by what they show, a file each. All of it can be made again, so trouble with it is no error. */
export class FilmstripCache {
  readonly #folder: string;

  /** @param cacheFolder the folder of the scan's cache */
  constructor(cacheFolder: string) {
    this.#folder = join(cacheFolder, "filmstrips");
  }

  /** The image made from the same content under the same plan; undefined when there is none. */
  async recall(fileDigest: string, plan: object): Promise<Uint8Array | undefined> {
    return await readFile(this.#pathOf(fileDigest, plan)).catch(() => undefined);
  }

  /** Keeps an image; a reader sees all of it or nothing. */
  async remember(fileDigest: string, plan: object, image: Uint8Array): Promise<void> {
    await writeAtomically(this.#pathOf(fileDigest, plan), image).catch(() => undefined);
  }

  #pathOf(fileDigest: string, plan: object): string {
    const key = createHash("sha256").update(JSON.stringify([VERSION, fileDigest, plan]));
    return join(this.#folder, `${key.digest("hex").slice(0, 40)}.webp`);
  }
}
