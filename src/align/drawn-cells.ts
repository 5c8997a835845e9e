import type { Affine } from "../picture/affine.js";
import type { Picture } from "../picture/picture.js";
import { scratch, scratchParts } from "../wasm/scratch.js";
import type { CellPicture } from "./cells.js";
import { cellsKernel } from "./kernels/cells-kernel.js";
import { FOUND_BYTES, LANES, PLACE_BYTES, warpKernel } from "./kernels/warp-kernel.js";
import { CELL, type Size, type Stage } from "./stage.js";

const lookUp = warpKernel(scratch);
const cut = cellsKernel(scratch);

/**
 * Draws pictures of one side on the stage, lightly smoothed (see `drawOnStage`), and cuts them into cells, four pictures at a time. The map is the same for all of them, so each place is worked out
 * once.
 *
 * @param pictures of one size
 * @param map from stage pixels to theirs
 */
export function drawCells(stage: Stage, pictures: readonly Picture[], map: Affine): CellPicture[] {
  const size = pictures[0]!;
  // A pixel more on all sides, where nothing is.
  const grid = { width: stage.width + 2, height: stage.height + 2 };
  const places = grid.width * grid.height;
  const pixels = size.width * size.height;
  const [columns, rows] = [stage.width / CELL, stage.height / CELL];
  const fours = Math.ceil(pictures.length / LANES);
  const valueBytes = 4 * stage.width * stage.height;
  const cellBytes = 4 * columns * rows;
  const [pixelsAt, placesAt, foundAt, valuesAt, meansAt, deviationsAt] = scratchParts(
    pixels * LANES,
    places * PLACE_BYTES,
    places * FOUND_BYTES,
    fours * LANES * valueBytes,
    fours * LANES * cellBytes,
    fours * LANES * cellBytes,
  );
  writePlaces(new DataView(scratch.buffer, placesAt), map, size, grid);
  const sideBySide = new Uint32Array(scratch.buffer, pixelsAt, pixels);
  for (let first = 0; first < pictures.length; first += LANES) {
    interleave(pictures.slice(first, first + LANES), sideBySide);
    lookUp(pixelsAt, size.width * LANES, placesAt, places, foundAt);
    cut(
      foundAt,
      grid.width * FOUND_BYTES,
      columns,
      rows,
      valuesAt + first * valueBytes,
      valueBytes,
      meansAt + first * cellBytes,
      deviationsAt + first * cellBytes,
      cellBytes,
    );
  }
  const each = (start: number, bytes: number): Float32Array[] => {
    const all = new Float32Array(scratch.buffer.slice(start, start + pictures.length * bytes));
    return pictures.map((_, n) => all.subarray((n * bytes) / 4, ((n + 1) * bytes) / 4));
  };
  const [values, means, deviations] = [
    each(valuesAt, valueBytes),
    each(meansAt, cellBytes),
    each(deviationsAt, cellBytes),
  ];
  return values.map((cells, n) => ({ values: cells, mean: means[n]!, deviation: deviations[n]! }));
}

/** The pixels of up to four pictures side by side, a byte each. */
function interleave(pictures: readonly Picture[], into: Uint32Array): void {
  const [p, q, r, s] = [0, 1, 2, 3].map((n) => (pictures[n] ?? pictures[0]!).luma) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  for (let at = 0; at < into.length; at++)
    into[at] = p[at]! | (q[at]! << 8) | (r[at]! << 16) | (s[at]! << 24);
}

/** Where each pixel of the stage is looked up, as in `warp`; the outermost ones nowhere. */
function writePlaces(places: DataView, map: Affine, { width, height }: Size, grid: Size): void {
  let at = 0;
  for (let y = 0; y < grid.height; y++) {
    const gridY = y - (grid.height - 1) / 2;
    let px = map.a * (-(grid.width - 3) / 2) + map.b * gridY + map.c + (width - 1) / 2;
    let py = map.d * (-(grid.width - 3) / 2) + map.e * gridY + map.f + (height - 1) / 2;
    for (let x = 0; x < grid.width; x++, at += PLACE_BYTES) {
      const isBorder = x === 0 || y === 0 || x === grid.width - 1 || y === grid.height - 1;
      if (isBorder || px < -0.5 || py < -0.5 || px > width - 0.5 || py > height - 0.5) {
        places.setUint32(at, 0, true);
        places.setFloat32(at + 4, Number.NaN, true);
        places.setFloat32(at + 8, Number.NaN, true);
      } else {
        const qx = px < 0 ? 0 : px > width - 1 ? width - 1 : px;
        const qy = py < 0 ? 0 : py > height - 1 ? height - 1 : py;
        const left = Math.min(width - 2, Math.floor(qx));
        const top = Math.min(height - 2, Math.floor(qy));
        places.setUint32(at, (top * width + left) * LANES, true);
        places.setFloat32(at + 4, qx - left, true);
        places.setFloat32(at + 8, qy - top, true);
      }
      if (x > 0) {
        px += map.a;
        py += map.d;
      }
    }
  }
}
