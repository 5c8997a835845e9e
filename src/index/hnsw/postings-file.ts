/** The creatives of each vector of each segment, by segment and place. */
export type SavedPostings = readonly (readonly (readonly number[])[])[];

/** Posting lists as bytes: for each segment its count of vectors, then for each vector a count and that many ids; uint32, little-endian. */
export function encodePostings(postings: SavedPostings): Buffer {
  const words: number[] = [];
  for (const segment of postings) {
    words.push(segment.length);
    for (const ids of segment) {
      words.push(ids.length);
      for (const id of ids) words.push(id);
    }
  }
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, i) => {
    bytes.writeUInt32LE(word, i * 4);
  });
  return bytes;
}

/** The posting lists of {@link encodePostings}; undefined when the bytes do not come out even. */
export function decodePostings(bytes: Buffer): number[][][] | undefined {
  const words = Math.floor(bytes.length / 4);
  const segments: number[][][] = [];
  let at = 0;
  const next = (): number => (at < words ? bytes.readUInt32LE(4 * at++) : Number.NaN);
  while (at < words) {
    const count = next();
    // A vector takes at least one word: more vectors than words are left is damage, not a reason to allocate.
    if (!(count <= words - at)) return undefined;
    const segment: number[][] = [];
    for (let i = 0; i < count; i++) {
      const length = next();
      if (!(length <= words - at)) return undefined;
      segment.push(Array.from({ length }, next));
    }
    segments.push(segment);
  }
  return at * 4 === bytes.length ? segments : undefined;
}
