import type { Picture } from "../picture/picture.js";

/** Mean and standard deviation over time of every pixel, luma levels. */
export interface TimeStatistics {
  readonly width: number;
  readonly height: number;
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Collects {@link TimeStatistics} picture by picture (Welford's method); all pictures have one size. */
export class TimeStatisticsCollector {
  private count = 0;
  private readonly mean: Float32Array;
  private readonly squares: Float32Array;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.mean = new Float32Array(width * height);
    this.squares = new Float32Array(width * height);
  }

  /** Takes one more picture in. */
  add(picture: Picture): void {
    this.count++;
    for (let at = 0; at < this.mean.length; at++) {
      const delta = picture.luma[at]! - this.mean[at]!;
      this.mean[at] = this.mean[at]! + delta / this.count;
      this.squares[at] = this.squares[at]! + delta * (picture.luma[at]! - this.mean[at]!);
    }
  }

  /** The statistics of what was added; deviation 0 for a single picture. */
  finish(): TimeStatistics {
    const deviation = this.squares.map((sum) => Math.sqrt(sum / Math.max(1, this.count)));
    return { width: this.width, height: this.height, mean: this.mean, deviation };
  }
}
