import type { CellPicture } from "../align/cells.js";
import type { Evidence } from "../align/evidence.js";
import type { Match } from "../align/segments.js";
import { CELL } from "../align/stage.js";

/** Both sides of one moment. */
interface PairedMoment {
  readonly reference: Float32Array;
  readonly query: Float32Array;
  /** The query's is blended from two samples, hence softer than either. */
  readonly blended: boolean;
}

/** Both sides of the same moments, drawn on the stage: luma row by row, NaN where a side does not reach. */
export interface PairedPictures {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly moments: readonly PairedMoment[];
  /** Medians over the moments. */
  readonly reference: Float32Array;
  readonly query: Float32Array;
  /** Standard deviation over the moments, of the stiller side. */
  readonly motion: Float32Array;
}

/** Moments looked at, spread evenly: an overlay shows in a few as well as in many. */
const MOST_MOMENTS = 12;

/** Part of a sample's length by which a moment may be off without being blended in earnest. */
const SAME_MOMENT = 0.05;

/** Draws the given moments of both sides, the query's blended from the two samples beside its exact place in time. */
export function pairPictures(
  { stage, referenceCells, queryCells }: Evidence,
  matches: readonly Match[],
): PairedPictures {
  const { width, height } = stage;
  const moments = spread(matches).map(({ reference, queryPlace }) => {
    const before = Math.floor(queryPlace);
    const share = queryPlace - before;
    const query = flatten(queryCells[before]!, width);
    if (share > 0) {
      const after = flatten(queryCells[before + 1]!, width);
      query.forEach((value, at) => {
        query[at] = value * (1 - share) + after[at]! * share;
      });
    }
    return {
      reference: flatten(referenceCells[reference]!, width),
      query,
      blended: Math.min(share, 1 - share) > SAME_MOMENT,
    };
  });
  const reference = medians(
    moments.map((moment) => moment.reference),
    width * height,
  );
  const query = medians(
    moments.map((moment) => moment.query),
    width * height,
  );
  const motion = deviations(
    moments.map((moment) => moment.reference),
    width * height,
  );
  // An overlay holds still where the footage under it moves: only what moves on both sides is motion of the footage.
  deviations(
    moments.map((moment) => moment.query),
    width * height,
  ).forEach((value, at) => {
    motion[at] = Math.min(motion[at]!, value);
  });
  return { width, height, moments, reference, query, motion };
}

function spread(matches: readonly Match[]): readonly Match[] {
  if (matches.length <= MOST_MOMENTS) return matches;
  return Array.from(
    { length: MOST_MOMENTS },
    (_, n) => matches[Math.floor(((n + 0.5) * matches.length) / MOST_MOMENTS)]!,
  );
}

/** A picture's pixels row by row, from cell by cell. */
function flatten({ values, mean }: CellPicture, width: number): Float32Array {
  const columns = width / CELL;
  const out = new Float32Array(values.length);
  for (let cell = 0; cell < mean.length; cell++) {
    const corner = Math.floor(cell / columns) * CELL * width + (cell % columns) * CELL;
    for (let k = 0; k < CELL * CELL; k++) {
      out[corner + Math.floor(k / CELL) * width + (k % CELL)] = values[cell * CELL * CELL + k]! + mean[cell]!;
    }
  }
  return out;
}

/** Median over pictures, pixel by pixel; the lower one of an even number. */
export function medians(pictures: readonly Float32Array[], pixels: number): Float32Array {
  const out = new Float32Array(pixels);
  const values = new Float32Array(pictures.length);
  for (let at = 0; at < pixels; at++) {
    // Insertion sort: a dozen values, thousands of times.
    pictures.forEach((picture, n) => {
      let place = n;
      const value = picture[at]!;
      while (place > 0 && values[place - 1]! > value) {
        values[place] = values[place - 1]!;
        place--;
      }
      values[place] = value;
    });
    out[at] = values[(pictures.length - 1) >> 1]!;
  }
  return out;
}

/** Standard deviation over pictures, pixel by pixel. */
function deviations(pictures: readonly Float32Array[], pixels: number): Float32Array {
  return Float32Array.from({ length: pixels }, (_, at) => {
    let sum = 0;
    let squares = 0;
    for (const picture of pictures) {
      sum += picture[at]!;
      squares += picture[at]! ** 2;
    }
    const mean = sum / pictures.length;
    return Math.sqrt(Math.max(0, squares / pictures.length - mean * mean));
  });
}
