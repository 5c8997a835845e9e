import { FRAMING, PORTRAIT_SIDE } from "./framing.js";
import type { Pose } from "./pose.js";

const side = PORTRAIT_SIDE;

/** Half the size of a head, as shares of the picture's side. */
const HALF = { width: 0.2, height: FRAMING.headHeight / 2 } as const;

/** Where features of a face lie, and how far they reach: in half widths and half heights of the head, from its middle. */
const MOUTH = { y: 0.62, reachX: 0.5, reachY: 0.2 } as const;
const EYES = { x: 0.42, y: 0.05, reachX: 0.25, reachY: 0.1 } as const;

/** How much each pixel goes along with a movement, 0 to 1: worked out once, for that takes longer than moving. */
const GOES_WITH = {
  head: weights((u, v) => Math.exp(-0.8 * (u * u + v * v))),
  mouth: weights((u, v) => bell(u, MOUTH.reachX) * bell(v - MOUTH.y, MOUTH.reachY)),
  lids: weights((u, v) => bell(Math.abs(u) - EYES.x, EYES.reachX) * bell(v - EYES.y, EYES.reachY)),
} as const;

/** A picture in the portraits' framing with its head in a pose. `picture` and the result are RGB, three bytes a pixel. */
export function warpPortrait(picture: Uint8Array, pose: Pose): Buffer {
  const warped = Buffer.allocUnsafe(3 * side * side);
  const middle = { x: side / 2, y: side * FRAMING.headMiddle };
  for (let row = 0, pixel = 0; row < side; row++) {
    const down = (row - middle.y) / pose.zoom;
    for (let column = 0; column < side; column++, pixel++) {
      const across = (column - middle.x) / pose.zoom + pose.panX * side;
      const head = GOES_WITH.head[pixel]!;
      const tilt = pose.tiltRadians * head;
      const dropped =
        pose.nod * head + pose.mouth * GOES_WITH.mouth[pixel]! + pose.lids * GOES_WITH.lids[pixel]!;
      const x = middle.x + across - tilt * down;
      const y = middle.y + down + tilt * across - dropped * side;
      sample(picture, x, y, warped, 3 * pixel);
    }
  }
  return warped;
}

/** Bilinear; beyond the edge its pixels go on. */
function sample(picture: Uint8Array, x: number, y: number, into: Uint8Array, place: number): void {
  const within = { x: Math.min(side - 1.001, Math.max(0, x)), y: Math.min(side - 1.001, Math.max(0, y)) };
  const [left, top] = [Math.floor(within.x), Math.floor(within.y)];
  const [shareX, shareY] = [within.x - left, within.y - top];
  for (let channel = 0; channel < 3; channel++) {
    const above = 3 * (top * side + left) + channel;
    const below = above + 3 * side;
    const upper = picture[above]! + (picture[above + 3]! - picture[above]!) * shareX;
    const lower = picture[below]! + (picture[below + 3]! - picture[below]!) * shareX;
    into[place + channel] = Math.round(upper + (lower - upper) * shareY);
  }
}

function weights(weightAt: (u: number, v: number) => number): Float32Array {
  return Float32Array.from({ length: side * side }, (_, pixel) =>
    weightAt(
      ((pixel % side) / side - 0.5) / HALF.width,
      (Math.floor(pixel / side) / side - FRAMING.headMiddle) / HALF.height,
    ),
  );
}

function bell(distance: number, reach: number): number {
  return Math.exp(-((distance / reach) ** 2));
}
