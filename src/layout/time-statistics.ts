import type { Picture } from "../picture/picture.js";

/** Mean and standard deviation over time of every pixel, luma levels. */
export interface TimeStatistics {
  readonly width: number;
  readonly height: number;
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Collects {@link TimeStatistics} picture by picture; all pictures have one size, and there are fewer than 66,000 of them. */
export class TimeStatisticsCollector {
  private count = 0;
  // Whole numbers: exact, so that no running mean is needed to keep the digits, and quicker than one.
  private readonly sums: Uint32Array;
  private readonly squares: Uint32Array;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.sums = new Uint32Array(width * height);
    this.squares = new Uint32Array(width * height);
  }

  /** Takes one more picture in. */
  add({ luma }: Picture): void {
    this.count++;
    for (let at = 0; at < this.sums.length; at++) {
      const value = luma[at]!;
      this.sums[at] = this.sums[at]! + value;
      this.squares[at] = this.squares[at]! + value * value;
    }
  }

  /** The statistics of what was added; deviation 0 for a single picture. */
  finish(): TimeStatistics {
    const count = Math.max(1, this.count);
    const mean = new Float32Array(this.sums.length);
    const deviation = new Float32Array(this.sums.length);
    for (let at = 0; at < mean.length; at++) {
      const average = this.sums[at]! / count;
      mean[at] = average;
      deviation[at] = Math.sqrt(Math.max(0, this.squares[at]! / count - average * average));
    }
    return { width: this.width, height: this.height, mean, deviation };
  }
}
