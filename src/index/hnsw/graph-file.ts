/** What a file of hnswlib tells of its graph; nobody looks into it once it is read. */
export interface GraphFileFacts {
  /** Vectors it has room for, and vectors held. */
  readonly capacity: number;
  readonly count: number;
  readonly dimension: number;
  /** As the graph was built; see `HnswSettings`. */
  readonly M: number;
  readonly efConstruction: number;
}

/** Where the numbers are that a file begins with, 64 bits each, and where the vectors begin. */
const AT = { capacity: 8, count: 16, vectorBytes: 24, M: 72, efConstruction: 88 } as const;
const VECTORS_AT = 96;

/** Bytes of a vector besides its values: a label, and how many links the lowest level has; and of a link. */
const LABEL_BYTES = 8;
const COUNT_BYTES = 4;
const LINK_BYTES = 4;

/**
 * Reads what a file of hnswlib tells of its graph (`saveIndex` in hnswalg.h); undefined where it is not whole: hnswlib itself notices neither that it writes to a full disk nor what it reads.
 */
export function graphFileFacts(bytes: Uint8Array): GraphFileFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < VECTORS_AT) return undefined;
  const number = (at: number): number => Number(view.getBigUint64(at, true));
  const [count, vectorBytes, M] = [number(AT.count), number(AT.vectorBytes), number(AT.M)];
  // The vectors with the links of the lowest level; then, for each, how many bytes those of the upper levels take, and these.
  let at = VECTORS_AT + count * vectorBytes;
  for (let vector = 0; vector < count; vector++) {
    if (at + COUNT_BYTES > bytes.length) return undefined;
    at += COUNT_BYTES + view.getUint32(at, true);
  }
  if (at !== bytes.length) return undefined;
  const values = vectorBytes - LABEL_BYTES - COUNT_BYTES - 2 * M * LINK_BYTES;
  return {
    capacity: number(AT.capacity),
    ...{ count, dimension: values / Float32Array.BYTES_PER_ELEMENT, M },
    efConstruction: number(AT.efConstruction),
  };
}
