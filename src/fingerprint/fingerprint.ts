import type { Layout } from "../layout/layout.js";
import type { Picture } from "../picture/picture.js";

/** What is kept of one moment of a creative. */
export interface Sample {
  /** Middle of the moment, seconds from the start; 0 for an image. */
  readonly timeSeconds: number;
  /** The picture, shrunk to about `samplePixels` pixels in its own shape and quantised (see `sampling-policy.ts`). */
  readonly picture: Picture;
  /** blockhash-core bits of the picture: 256 bits, 32 bytes. */
  readonly hash: Uint8Array;
  /** Mean blue-difference chroma, 0 to 255. */
  readonly chromaBlue: number;
  /** Mean red-difference chroma, 0 to 255. */
  readonly chromaRed: number;
}

/** Everything samecut keeps of a creative; enough to compare it without opening the file again. */
export interface Fingerprint {
  readonly kind: "video" | "image";
  /** Displayed size, pixels. */
  readonly width: number;
  readonly height: number;
  /** 0 for an image. */
  readonly durationSeconds: number;
  /** Why the file surely ends too early, in a few words: what it lacks was not compared. Undefined where nothing tells. */
  readonly incomplete?: string;
  /** `sha256:<hex>` digests: of the file, of its compressed video packets, of its compressed audio packets. */
  readonly digests: { readonly file: string; readonly video?: string; readonly audio?: string };
  readonly layout: Layout;
  /** Luma values of the samples' pictures are multiples of this (or 255), 1 to 80: larger where a busy video must stay small. */
  readonly pictureStep: number;
  /** In order of time; at least one. */
  readonly samples: readonly Sample[];
}
