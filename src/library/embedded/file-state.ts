import type { BigIntStats } from "node:fs";

/**
 * What tells, without reading it, that a file still has the bytes it had: its place on the disk and the times the
 * file system keeps. The path is no part of it, and the change time (which no program can set) sees an overwrite
 * that put size and modification time back.
 */
export interface FileState {
  readonly device: bigint;
  readonly inode: bigint;
  readonly sizeBytes: bigint;
  /** Last modification, nanoseconds since 1970. */
  readonly modifiedNs: bigint;
  /** Last change of content, name or permissions, nanoseconds since 1970. */
  readonly changedNs: bigint;
}

/** The state told by `stat(path, { bigint: true })`. */
export function fileStateOf(stats: BigIntStats): FileState {
  return {
    device: BigInt.asIntN(64, stats.dev),
    inode: BigInt.asIntN(64, stats.ino),
    sizeBytes: stats.size,
    modifiedNs: stats.mtimeNs,
    changedNs: stats.ctimeNs,
  };
}
