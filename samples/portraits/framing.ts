/** Where a head is in a picture, in shares of its width and height: its middle across, and hair and chin down. */
export interface Head {
  readonly x: number;
  readonly top: number;
  readonly chin: number;
}

/** A square in a picture, pixels. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** Side of the pictures of all portraits, pixels. */
export const PORTRAIT_SIDE = 480;

/** The framing that all portraits have: how high the head is, and how far down its middle, as shares of the side. */
export const FRAMING = { headHeight: 0.6, headMiddle: 0.47 } as const;

/** The square that brings a head into the {@link FRAMING}, as nearly as the picture reaches. */
export function squareAround({ x, top, chin }: Head, width: number, height: number): Square {
  const side = Math.floor(Math.min(((chin - top) * height) / FRAMING.headHeight, width, height));
  const within = (from: number, size: number): number => Math.round(Math.min(Math.max(0, from), size - side));
  return {
    left: within(x * width - side / 2, width),
    top: within(((top + chin) / 2) * height - side * FRAMING.headMiddle, height),
    side,
  };
}
