/** Bytes before the vectors in a file hnswlib wrote on a 64-bit machine. */
const HEADER_BYTES = 96;
/** Places of two 64-bit fields in that header. */
const COUNT_OFFSET = 16;
const VECTOR_BYTES_OFFSET = 24;

/**
 * True when a graph file has all it announces and not a byte more: header, vectors with their lowest links, and the
 * upper links of each vector. hnswlib reports success however little of it reached the disk.
 */
export function isCompleteGraphFile(bytes: Buffer): boolean {
  if (bytes.length < HEADER_BYTES) return false;
  const count = Number(bytes.readBigUInt64LE(COUNT_OFFSET));
  let end = HEADER_BYTES + count * Number(bytes.readBigUInt64LE(VECTOR_BYTES_OFFSET));
  for (let i = 0; i < count; i++) {
    if (end + 4 > bytes.length) return false;
    end += 4 + bytes.readUInt32LE(end);
  }
  return end === bytes.length;
}
