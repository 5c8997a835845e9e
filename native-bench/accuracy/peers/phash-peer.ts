import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SharpOptions } from "sharp";
import exported from "sharp-phash";
import { locateFfmpeg } from "../../../src/media/ffmpeg-binary.js";
import { isFlat } from "./flat-frame.js";
import { compareFrameHashes } from "./frame-hashes.js";
import type { Peer } from "./peer.js";

/** Its types speak of an ES module; what is loaded is the function itself. */
const phash = exported as unknown as (picture: Buffer, options: SharpOptions) => Promise<string>;

/** Side of the grey pictures that frames are shrunk to before they are hashed, pixels; the hash shrinks them further, to 32. */
const SIDE = 128;

/** Most bytes of frames of one file: some twenty minutes. */
const MOST_BYTES = 1200 * SIDE * SIDE;

/** The 64-bit DCT hash of sharp-phash, of one frame a second. `folder` is where the paths begin. */
export function phashPeer(folder: string): Peer {
  const known = new Map<string, Promise<Uint8Array[]>>();
  const hashesOf = (file: string, signal: AbortSignal): Promise<Uint8Array[]> => {
    let hashes = known.get(file);
    if (hashes === undefined) {
      hashes = hashEachSecond(join(folder, file), signal);
      known.set(file, hashes);
    }
    return hashes;
  };
  return {
    name: "pHash, 64 bits, once a second",
    compare: async (a, b, signal) => compareFrameHashes(await hashesOf(a, signal), await hashesOf(b, signal)),
  };
}

/** The hash of one frame a second of a video, flat ones left out; decoded by one thread of ffmpeg. Rejects where ffmpeg fails. */
export async function hashEachSecond(path: string, signal?: AbortSignal): Promise<Uint8Array[]> {
  const { path: ffmpeg } = await locateFfmpeg();
  const { stdout } = await promisify(execFile)(
    ffmpeg,
    [
      ...["-hide_banner", "-loglevel", "error", "-nostdin", "-threads", "1", "-i", `file:${path}`, "-an"],
      ...["-vf", `fps=1,scale=${SIDE}:${SIDE}:flags=area,format=gray`, "-f", "rawvideo", "pipe:1"],
    ],
    { encoding: "buffer", maxBuffer: MOST_BYTES, ...(signal && { signal }) },
  );
  const hashes: Uint8Array[] = [];
  for (let start = 0; start + SIDE * SIDE <= stdout.length; start += SIDE * SIDE) {
    const frame = stdout.subarray(start, start + SIDE * SIDE);
    if (isFlat(frame)) continue;
    const bits = await phash(frame, { raw: { width: SIDE, height: SIDE, channels: 1 } });
    hashes.push(Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2)));
  }
  return hashes;
}
