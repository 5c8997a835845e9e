/** The size of a picture, pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** The size of a displayed picture when its longer side has so many pixels: its shape kept, both sides even and at least 2. */
export function shrunkSize({ width, height }: FrameSize, longSide: number): FrameSize {
  const scale = longSide / Math.max(width, height);
  const even = (side: number): number => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(width), height: even(height) };
}
