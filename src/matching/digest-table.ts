import type { Fingerprint } from "../fingerprint/fingerprint.js";

/** Creatives by the digests that prove rules 1 and 2: of the file and of the compressed video packets. */
export interface DigestIndex {
  /** Notes the digests of a creative. */
  add(id: number, digests: Fingerprint["digests"]): void;
  /** Forgets a creative. */
  remove(id: number): void;
  /** The creatives with the same file or the same video packets, in no particular order. */
  find(digests: Fingerprint["digests"]): Iterable<number>;
}

/** Digests in memory. */
export class DigestTable implements DigestIndex {
  readonly #idsByDigest = new Map<string, Set<number>>();
  readonly #digestsById = new Map<number, string[]>();

  add(id: number, digests: Fingerprint["digests"]): void {
    const named = digestsOf(digests);
    this.#digestsById.set(id, named);
    for (const digest of named) {
      const ids = this.#idsByDigest.get(digest);
      if (ids === undefined) this.#idsByDigest.set(digest, new Set([id]));
      else ids.add(id);
    }
  }

  remove(id: number): void {
    for (const digest of this.#digestsById.get(id) ?? []) {
      const ids = this.#idsByDigest.get(digest);
      ids?.delete(id);
      if (ids?.size === 0) this.#idsByDigest.delete(digest);
    }
    this.#digestsById.delete(id);
  }

  find(digests: Fingerprint["digests"]): Set<number> {
    return new Set(digestsOf(digests).flatMap((digest) => [...(this.#idsByDigest.get(digest) ?? [])]));
  }
}

/** Marked by kind: an audio digest, say, must never meet a file digest. */
function digestsOf({ file, video }: Fingerprint["digests"]): string[] {
  return video === undefined ? [`file ${file}`] : [`file ${file}`, `video ${video}`];
}
