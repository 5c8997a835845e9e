import type { Picture } from "../picture/picture.js";

/** One decoded frame, shrunk for analysis, as it would be shown (rotation and pixel shape applied). */
export interface DecodedFrame {
  /** Seconds from the start of the video; 0 for an image. */
  readonly timeSeconds: number;
  /** Luma, longer side `AnalysisPlan.longSide` pixels, full range. */
  readonly picture: Picture;
  /** Mean blue-difference chroma of the frame, 0 to 255, 128 is grey. */
  readonly chromaBlue: number;
  /** Mean red-difference chroma of the frame, 0 to 255, 128 is grey. */
  readonly chromaRed: number;
}

/** How frames are taken from a video: the numbers live in `fingerprint/sampling-policy.ts`. */
export interface AnalysisPlan {
  /** Frames a second on a fixed grid from time 0. */
  readonly framesPerSecond: number;
  /** How long every frame of the grid is analysed, seconds. */
  readonly denseSeconds: number;
  /** After that, one frame in so many is. */
  readonly laterEvery: number;
  /** The longer side of an analysed frame, pixels. */
  readonly longSide: number;
  /** Frames later than this are not asked for, seconds. */
  readonly maxSeconds: number;
}

/** What reading a file tells besides its frames. */
export interface MediaFacts {
  readonly kind: "video" | "image";
  /** Displayed size in pixels (rotation and pixel shape applied). */
  readonly width: number;
  readonly height: number;
  /** 0 for an image. */
  readonly durationSeconds: number;
  /** Why the file surely ends too early, in a few words; undefined where nothing tells. */
  readonly incomplete?: string;
  /** `sha256:<hex>` of the file's bytes. */
  readonly fileDigest: string;
  /** `sha256:<hex>` of the compressed video packets; undefined for images. */
  readonly videoDigest?: string;
  /** `sha256:<hex>` of the compressed audio packets; undefined where there is no audio. */
  readonly audioDigest?: string;
}
