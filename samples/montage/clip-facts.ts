/** What an edit needs to know of the clip it starts from. */
export interface ClipFacts {
  readonly path: string;
  /** Displayed size in pixels, both even. */
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number;
  readonly framesPerSecond: number;
  readonly hasAudio: boolean;
}

/** The nearest even number of at least 2: chroma is kept at half size, so odd sizes cannot be encoded. */
export function even(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2);
}
