/** One picture of a filmstrip: which moment it shows. */
export interface StripFrame {
  /** Seconds from the start; 0 for an image. */
  readonly timeSeconds: number;
}

/** Small pictures of a creative side by side in one image file, in the order of `frames`, all of one size. */
export interface Filmstrip {
  readonly frames: readonly StripFrame[];
  /** The size of one picture, pixels; the image is `frames.length` times as wide. */
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** The bytes of a WebP file. */
  readonly image: Uint8Array;
}

/** What a filmstrip is to show and how much it may take. */
export interface FilmstripPlan {
  /** The moments, seconds; at least one. */
  readonly timesSeconds: readonly number[];
  /** Longer side of each picture, pixels. */
  readonly longSide: number;
  /** Bytes the image may have; quality is lowered until it fits, or is at its lowest. */
  readonly maxBytes: number;
}
