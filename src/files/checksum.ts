import { crc32 } from "node:zlib";

/** The CRC-32 of some bytes, one after the other: an unsigned integer of 32 bits. Three times as quick as a digest, and a disk that lies needs no more. */
export function checksumOf(...parts: readonly Uint8Array[]): number {
  return parts.reduce((checksum, part) => crc32(part, checksum), 0);
}
