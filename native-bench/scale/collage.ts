import type { Random } from "../../samples/random.js";
import type { Affine } from "../../src/picture/affine.js";
import type { Picture } from "../../src/picture/picture.js";
import { warp } from "../../src/picture/warp.js";

/** Pieces of a collage, and how often there are so many. */
const PIECE_COUNTS = [1, 2, 2, 3, 3, 4];
/** Sides of a piece, in shares of the real picture it is cut from. */
const PIECE_SIZE = { least: 0.5, most: 0.95 };
/** How much the contrast of a piece is changed. */
const CONTRAST = { least: 0.6, most: 1.3 };
/** Width of the seam between two pieces, in shares of the picture's longer side. */
const SEAM = { least: 0.02, most: 0.3 };

/**
 * A picture that nobody has filmed: pieces of real pictures, cut out, turned over and mirrored at random, laid beside each other with soft seams. Edges,
 * gradients and flat areas are as long and as strong as in real pictures, and what is where is new.
 */
export function collage(
  pictures: readonly Picture[],
  size: { readonly width: number; readonly height: number },
  random: Random,
): Float32Array {
  const luma = piece(random.pick(pictures), size, random);
  for (let more = random.pick(PIECE_COUNTS); more > 1; more--) {
    layBeside(luma, piece(random.pick(pictures), size, random), size, random);
  }
  return luma;
}

/** A random part of a picture, enlarged to the given size. */
function piece(
  picture: Picture,
  size: { readonly width: number; readonly height: number },
  random: Random,
): Float32Array {
  const share = random.number(PIECE_SIZE.least, PIECE_SIZE.most);
  const free = (side: number): number => random.number(-0.5, 0.5) * (1 - share) * side;
  const acrossX = (random.pick([-1, 1]) * share * picture.width) / size.width;
  const acrossY = (random.pick([1, 1, 1, -1]) * share * picture.height) / size.height;
  const map: Affine = { a: acrossX, b: 0, c: free(picture.width), d: 0, e: acrossY, f: free(picture.height) };
  const values = warp({ ...picture, values: picture.luma }, map, size.width, size.height, true);
  const contrast = random.number(CONTRAST.least, CONTRAST.most);
  const level = random.number(90, 160);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => level + contrast * (value - mean));
}

/** Lays `upper` over a random side of `luma`. */
function layBeside(
  luma: Float32Array,
  upper: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
  random: Random,
): void {
  const angle = random.number(0, 2 * Math.PI);
  const longer = Math.max(width, height);
  const place = random.number(-0.3, 0.3);
  const seam = random.number(SEAM.least, SEAM.most);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const across =
        ((x - width / 2) * Math.cos(angle) + (y - height / 2) * Math.sin(angle)) / longer - place;
      const share = 1 / (1 + Math.exp((-6 * across) / seam));
      const at = y * width + x;
      luma[at] = luma[at]! * (1 - share) + upper[at]! * share;
    }
  }
}
