/** A grey picture: luma 0 (black) to 255 (white), row by row, no padding; `luma.length === width * height`. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

/** A rectangle in shares of the picture: 0 to 1, origin top left. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
