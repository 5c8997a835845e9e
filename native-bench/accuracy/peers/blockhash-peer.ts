import { decodeFingerprint } from "../../../src/fingerprint/codec.js";
import { isFlat } from "./flat-frame.js";
import { compareFrameHashes } from "./frame-hashes.js";
import type { Peer } from "./peer.js";

/** The 256-bit blockhash of our own samples and nothing else of what we keep. */
export function blockhashPeer(encoded: ReadonlyMap<string, Uint8Array>): Peer {
  const known = new Map<string, Uint8Array[]>();
  const hashesOf = (file: string): Uint8Array[] => {
    let hashes = known.get(file);
    if (hashes === undefined) {
      const { samples } = decodeFingerprint(encoded.get(file)!);
      hashes = samples.filter(({ picture }) => !isFlat(picture.luma)).map(({ hash }) => hash);
      known.set(file, hashes);
    }
    return hashes;
  };
  return {
    name: "blockhash, 256 bits",
    compare: async (a, b) => compareFrameHashes(hashesOf(a), hashesOf(b)),
  };
}
