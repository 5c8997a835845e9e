import { createHash } from "node:crypto";
import { FingerprintAssembler } from "../../src/fingerprint/assembler.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";

/** What a made-up creative shows. */
export interface Drawing {
  /** Another seed is another video. */
  readonly seed: number;
  /** Another edition is another file with the same picture, such as a re-encode. */
  readonly edition?: number;
  /** Added to every pixel, 0 to 255. */
  readonly brightness?: number;
  readonly seconds?: number;
}

const WIDTH = 72;
const HEIGHT = 128;
const BLOBS = 9;

/** The fingerprint of blobs that drift over a plain ground: no file and no decoder needed. */
export function syntheticFingerprint({
  seed,
  edition = 0,
  brightness = 0,
  seconds = 4,
}: Drawing): Fingerprint {
  const assembler = new FingerprintAssembler();
  const wave = (n: number): number => Math.sin(seed * 12.9898 + n * 78.233) * 0.5 + 0.5;
  for (let frame = 0; frame < seconds * 8; frame++) {
    const timeSeconds = frame / 8;
    const luma = new Uint8Array(WIDTH * HEIGHT);
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        let value = 110 + brightness;
        for (let blob = 0; blob < BLOBS; blob++) {
          const centreX = WIDTH * wave(blob) + 3 * timeSeconds * (wave(blob + 20) - 0.5);
          const centreY = HEIGHT * wave(blob + 40) + 3 * timeSeconds * (wave(blob + 60) - 0.5);
          const radius = 6 + 18 * wave(blob + 80);
          if (Math.hypot(x - centreX, y - centreY) < radius) value += 130 * (wave(blob + 100) - 0.5);
        }
        luma[y * WIDTH + x] = Math.min(255, Math.max(0, value));
      }
    }
    assembler.add({
      timeSeconds,
      picture: { width: WIDTH, height: HEIGHT, luma },
      chromaBlue: 128,
      chromaRed: 128,
    });
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
