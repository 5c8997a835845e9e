import { once } from "node:events";
import { createReadStream, read } from "node:fs";
import type { Writable } from "node:stream";
import { promisify } from "node:util";
import { SamecutError } from "../errors.js";
import { fileError } from "./media-file.js";

/** Bytes handed over at a time: with the usual 64 KiB, waiting costs more than copying. */
const PIECE_BYTES = 1024 ** 2;

/** A child's end of what it is given as its stdin. */
const STDIN = 0;

/**
 * Writes so many bytes of a file to a stream that stays open, no more at a time than the stream takes. Ends early where nobody takes them
 * any more, which is no error.
 *
 * @throws SamecutError FILE_CHANGED where the file has fewer, FILE_NOT_FOUND, FILE_UNREADABLE; the signal's reason
 */
export async function sendBytes(
  path: string,
  sizeBytes: number,
  target: Writable,
  signal: AbortSignal,
): Promise<void> {
  let sent = 0;
  try {
    const options = { end: sizeBytes - 1, highWaterMark: PIECE_BYTES, signal };
    for await (const piece of createReadStream(path, options)) {
      sent += (piece as Buffer).length;
      if (!target.write(piece)) await once(target, "drain", { signal });
    }
  } catch (error) {
    signal.throwIfAborted();
    if (target.destroyed) return;
    throw fileError(error, undefined);
  }
  if (sent < sizeBytes) throw new SamecutError("FILE_CHANGED");
}

/** The next so many bytes of stdin, which goes on afterwards. Rejects when it ends before. */
export async function takeBytes(sizeBytes: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(sizeBytes);
  for (let filled = 0; filled < sizeBytes; ) {
    const { bytesRead } = await promisify(read)(STDIN, bytes, filled, sizeBytes - filled, null);
    if (bytesRead === 0) throw new Error("stdin ended");
    filled += bytesRead;
  }
  return bytes;
}
