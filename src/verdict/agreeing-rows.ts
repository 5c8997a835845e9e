/** Rows `[from, to)` of the stage. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Departures above this tell no more. */
const MOST_DEPARTURE = 4;

/** Share of the rows that agreeing ones take at least, and that those above and below them do. */
const SHARE = { inside: 0.18, beside: 0.08 };

/** Mean departure above and below, at least, in every third of the width; and that in between, in shares of theirs, at most. */
const OUTSIDE = 1.2;
const INSIDE = 0.5;

/** Mean departure of any block of rows, in constant time. */
export class DepartureSums {
  readonly #departures: Float64Array;
  readonly #pixels: Float64Array;

  /** Adds up the columns `[left, right)` of a stage `width` pixels wide. */
  constructor(departures: Float32Array, width: number, left = 0, right = width) {
    const rows = departures.length / width;
    this.#departures = new Float64Array(rows + 1);
    this.#pixels = new Float64Array(rows + 1);
    for (let y = 0; y < rows; y++) {
      let sum = 0;
      let count = 0;
      for (let x = left; x < right; x++) {
        const departure = departures[y * width + x]!;
        if (Number.isNaN(departure)) continue;
        sum += Math.min(MOST_DEPARTURE, departure);
        count++;
      }
      this.#departures[y + 1] = this.#departures[y]! + sum;
      this.#pixels[y + 1] = this.#pixels[y]! + count;
    }
  }

  /** Mean over the rows `[from, to)`; 0 where nothing was compared. */
  mean(from: number, to: number): number {
    const pixels = this.#pixels[to]! - this.#pixels[from]!;
    return pixels === 0 ? 0 : (this.#departures[to]! - this.#departures[from]!) / pixels;
  }

  /** Mean over the rows of `all` that are not in `inside`; infinite where there are none. */
  meanBeside(inside: Rows, all: Rows): number {
    const above = inside.from - all.from;
    const below = all.to - inside.to;
    if (above + below === 0) return Number.POSITIVE_INFINITY;
    return (
      (above * this.mean(all.from, inside.from) + below * this.mean(inside.to, all.to)) / (above + below)
    );
  }
}

/** The rows that agree between rows that do not, all across the picture; undefined where there is no such split. */
export function agreeingRows(departures: Float32Array, width: number, all: Rows): Rows | undefined {
  const whole = new DepartureSums(departures, width);
  const thirds = [0, 1, 2].map(
    (third) =>
      new DepartureSums(
        departures,
        width,
        Math.floor((third * width) / 3),
        Math.floor(((third + 1) * width) / 3),
      ),
  );
  const height = all.to - all.from;
  const beside = Math.ceil(SHARE.beside * height);
  let best: (Rows & { readonly score: number }) | undefined;
  for (let from = all.from + beside; from < all.to; from++) {
    for (let to = from + Math.ceil(SHARE.inside * height); to <= all.to - beside; to++) {
      const outside = whole.meanBeside({ from, to }, all);
      const differs = thirds.every(
        (sums) => sums.mean(all.from, from) > OUTSIDE && sums.mean(to, all.to) > OUTSIDE,
      );
      const agrees = thirds.every((sums) => sums.mean(from, to) < INSIDE * outside);
      if (!differs || !agrees) continue;
      const share = (to - from) / height;
      const score = (outside - whole.mean(from, to)) * Math.sqrt(share * (1 - share));
      if (best === undefined || score > best.score) best = { from, to, score };
    }
  }
  return best === undefined ? undefined : { from: best.from, to: best.to };
}
