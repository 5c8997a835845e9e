import { join } from "node:path";
import { z } from "zod";
import { SamecutError } from "../errors.js";
import { dataFolder } from "../files/data-folder.js";
import { readStored, writeStored } from "../files/stored-file.js";
import { digestFile } from "../media/digest-file.js";

/** Two contents that the user has declared to be no match. */
export interface AllowedPair {
  /** `sha256:<hex>` digests of the two files, in ascending order. */
  readonly digests: readonly [string, string];
  /** Why, in the user's words. */
  readonly reason?: string | undefined;
}

const DIGEST = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const STORED = z.object({
  schema: z.literal("samecut.allowed/1"),
  pairs: z.array(z.object({ digests: z.tuple([DIGEST, DIGEST]), reason: z.string().optional() })),
});

/** The pairs allowed outside of any library, by content: moving or renaming a file changes nothing. */
export class AllowedPairs {
  readonly #path: string;
  readonly #pairs: Map<string, AllowedPair>;

  private constructor(path: string, pairs: readonly AllowedPair[]) {
    this.#path = path;
    this.#pairs = new Map(pairs.map((pair) => [pair.digests.join(), pair]));
  }

  /** Reads what is remembered in a folder; nothing when there is no file. Throws STORE_DAMAGED, STORE_NOT_ACCESSIBLE. */
  static async load(folder = dataFolder()): Promise<AllowedPairs> {
    const path = join(folder, "allowed-pairs.json");
    const content = await readStored(path);
    if (content === undefined) return new AllowedPairs(path, []);
    try {
      return new AllowedPairs(path, STORED.parse(JSON.parse(content)).pairs);
    } catch (cause) {
      throw new SamecutError("STORE_DAMAGED", { path, detail: "not a list of allowed pairs", cause });
    }
  }

  /** Whether two contents are allowed, in either order; never a content and itself. */
  has(digestA: string, digestB: string): boolean {
    return this.#pairs.has(ordered(digestA, digestB).join());
  }

  /** Adds a pair, or gives it another reason. Saved when the call returns. */
  async allow(digestA: string, digestB: string, reason?: string): Promise<void> {
    const digests = ordered(digestA, digestB);
    this.#pairs.set(digests.join(), reason === undefined ? { digests } : { digests, reason });
    await this.#save();
  }

  /** Takes a pair out. Saved when the call returns; false when it was not there. */
  async disallow(digestA: string, digestB: string): Promise<boolean> {
    if (!this.#pairs.delete(ordered(digestA, digestB).join())) return false;
    await this.#save();
    return true;
  }

  async #save(): Promise<void> {
    const pairs = [...this.#pairs.values()].sort((a, b) => (a.digests.join() < b.digests.join() ? -1 : 1));
    const content = { schema: "samecut.allowed/1", pairs };
    await writeStored(this.#path, `${JSON.stringify(content, undefined, 2)}\n`);
  }
}

/**
 * Remembers that two files are no match, for every later scan. Throws FILE_NOT_FOUND and the like, and
 * SETTING_INVALID when both have the same content.
 */
export async function allowPair(a: string, b: string, reason?: string): Promise<void> {
  const [digestA, digestB] = await Promise.all([digestFile(a), digestFile(b)]);
  if (digestA === digestB) {
    throw new SamecutError("SETTING_INVALID", {
      path: b,
      detail: "both files have the same content, there is no pair to allow",
    });
  }
  const pairs = await AllowedPairs.load();
  await pairs.allow(digestA, digestB, reason);
}

/** Takes {@link allowPair} back; false when the two were not allowed. Throws FILE_NOT_FOUND and the like. */
export async function disallowPair(a: string, b: string): Promise<boolean> {
  const [digestA, digestB] = await Promise.all([digestFile(a), digestFile(b)]);
  const pairs = await AllowedPairs.load();
  return await pairs.disallow(digestA, digestB);
}

function ordered(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}
