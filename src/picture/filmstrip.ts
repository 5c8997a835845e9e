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

/** The size of a picture, pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** The size of a displayed picture in a filmstrip: its longer side as planned, its shape kept, both sides even. */
export function stripFrameSize(
  displayed: FrameSize,
  { longSide }: Pick<FilmstripPlan, "longSide">,
): FrameSize {
  const scale = longSide / Math.max(displayed.width, displayed.height);
  const even = (side: number): number => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(displayed.width), height: even(displayed.height) };
}
