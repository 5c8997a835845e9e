import { type FileHandle, open } from "node:fs/promises";
import type { MediaFile } from "./media-file.js";
import { SYNC_BYTE, transportPackets } from "./transport-stream.js";

/**
 * Why a video surely ends earlier than it was meant to, in a few words; undefined where its container does not tell. Decoders
 * play what there is of such a file as if it were all.
 */
export async function earlyEnd(file: MediaFile, demuxer: string): Promise<string | undefined> {
  if (demuxer !== "avi" && demuxer !== "mpegts") return undefined;
  await using handle = await open(file.absolutePath, "r");
  return demuxer === "avi" ? await endOfAvi(file, handle) : await endOfTransportStream(file, handle);
}

/** The length of a RIFF chunk's own header: its name and its length. */
const CHUNK_HEADER_BYTES = 8;

/** What writers put in place of a length that they mean to fill in at the end. */
const LENGTHS_TO_COME: readonly number[] = [0, 0xffffffff];

/** Where the main header of an AVI lies when it comes first, as it must, and its flags in it. */
const MAIN_HEADER_AT = 24;
const FLAGS_AT = MAIN_HEADER_AT + CHUNK_HEADER_BYTES + 12;
const HAS_INDEX = 0x10;

/** A long AVI is a row of RIFF chunks (OpenDML), each of which tells its length; what follows the last one is not ours to judge. */
async function endOfAvi({ head, sizeBytes }: MediaFile, handle: FileHandle): Promise<string | undefined> {
  let at = 0;
  for (;;) {
    const header = await bytesAt(handle, at, CHUNK_HEADER_BYTES);
    if (header.length < CHUNK_HEADER_BYTES || header.toString("latin1", 0, 4) !== "RIFF") return undefined;
    const length = header.readUInt32LE(4);
    if (LENGTHS_TO_COME.includes(length)) return promisesIndex(head) ? "it was never finished" : undefined;
    at += CHUNK_HEADER_BYTES + length;
    if (at > sizeBytes) return `${at - sizeBytes} bytes are missing at its end`;
    at += length % 2;
  }
}

/** Writers to a pipe cannot come back to fill in lengths, and promise no index; the others come back when they finish. */
function promisesIndex(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.length < FLAGS_AT + 4 || bytes.toString("latin1", MAIN_HEADER_AT, MAIN_HEADER_AT + 4) !== "avih")
    return false;
  return (bytes.readUInt32LE(FLAGS_AT) & HAS_INDEX) !== 0;
}

/** A stream that was cut between two packets looks like a whole one. */
async function endOfTransportStream(
  { head, sizeBytes }: MediaFile,
  handle: FileHandle,
): Promise<string | undefined> {
  const packets = transportPackets(head);
  if (packets === undefined) return undefined;
  const { length, first } = packets;
  const rest = sizeBytes % length;
  if (rest <= first) return undefined;
  // Something else behind the last packet (padding, an old tag) does not begin like one.
  const [sync] = await bytesAt(handle, sizeBytes - rest + first, 1);
  return sync === SYNC_BYTE ? `its last packet has ${rest} of ${length} bytes` : undefined;
}

async function bytesAt(handle: FileHandle, at: number, count: number): Promise<Buffer> {
  const bytes = Buffer.alloc(count);
  const { bytesRead } = await handle.read(bytes, 0, count, at);
  return bytes.subarray(0, bytesRead);
}
