import { createHash } from "node:crypto";
import { FingerprintAssembler } from "../../src/fingerprint/assembler.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";

/** What a made-up creative shows. */
export interface Drawing {
  /** Another seed is another video. */
  readonly seed: number;
  /** Another edition is another file with the same picture, such as a re-encode. */
  readonly edition?: number;
  /** Added to every pixel, 0 to 60. */
  readonly brightness?: number;
  readonly seconds?: number;
}

const WIDTH = 48;
const HEIGHT = 86;
const FRAMES_PER_SECOND = 4;
const TILE = 9;

/** The fingerprint of a mosaic that drifts sideways: no file and no decoder needed. */
export function syntheticFingerprint({
  seed,
  edition = 0,
  brightness = 0,
  seconds = 2,
}: Drawing): Fingerprint {
  const assembler = new FingerprintAssembler();
  for (let frame = 0; frame < seconds * FRAMES_PER_SECOND; frame++) {
    const luma = new Uint8Array(WIDTH * HEIGHT);
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const tile = Math.floor((x + frame / 4) / TILE) + 100 * Math.floor(y / TILE);
        luma[y * WIDTH + x] = 60 + brightness + 120 * noise(seed, tile);
      }
    }
    const picture = { width: WIDTH, height: HEIGHT, luma };
    assembler.add({ timeSeconds: frame / FRAMES_PER_SECOND, picture, chromaBlue: 128, chromaRed: 128 });
  }
  return assembler.finish({
    kind: "video",
    width: 720,
    height: 1280,
    durationSeconds: seconds,
    fileDigest: digest("file", seed, edition, brightness),
    videoDigest: digest("video", seed, edition, brightness),
  });
}

function digest(...parts: readonly unknown[]): string {
  return `sha256:${createHash("sha256").update(JSON.stringify(parts)).digest("hex")}`;
}

/** 0 to 1, the same for the same arguments. */
function noise(seed: number, tile: number): number {
  let mixed = Math.imul(seed + 1, 0x9e_37_79_b1) ^ Math.imul(tile + 1, 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c_1b_3c_6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x29_7a_2d_39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
