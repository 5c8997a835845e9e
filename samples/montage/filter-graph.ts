import type { Drawing } from "../drawing/drawing.js";

/** What ffmpeg is given to read besides the original. */
export type GraphInput =
  | { readonly kind: "clip"; readonly path: string; readonly loop: boolean }
  /** A drawing shown for `seconds`, or as a single frame. */
  | {
      readonly kind: "drawing";
      readonly drawing: Drawing;
      readonly seconds?: number;
      readonly framesPerSecond?: number;
    }
  /** A source filter of ffmpeg, such as `color=…`. */
  | { readonly kind: "generated"; readonly source: string };

/** A label that names a stream of an input, such as `0:a:0`, and not the output of a filter. */
export const INPUT_STREAM = /^\d+:/;

/** Collects ffmpeg inputs and filter chains and hands out the labels that join them. */
export class FilterGraph {
  readonly inputs: GraphInput[] = [];
  private readonly chains: string[] = [];
  private labels = 0;

  /** Adds an input and returns its number. */
  addInput(input: GraphInput): number {
    return this.inputs.push(input) - 1;
  }

  /** Adds `filter` between `from` and as many new labels as asked for, which are returned. */
  chain(from: readonly string[], filter: string, outputs = 1): string[] {
    const to = Array.from({ length: outputs }, () => `s${this.labels++}`);
    const wrap = (label: string): string => `[${label}]`;
    this.chains.push(`${from.map(wrap).join("")}${filter}${to.map(wrap).join("")}`);
    return to;
  }

  /** {@link chain} with one output. */
  through(from: readonly string[], filter: string): string {
    return this.chain(from, filter)[0]!;
  }

  /** Ends an audio label that nothing will read; ffmpeg refuses graphs with loose ends. Inputs need no end. */
  discard(audio: string): void {
    if (!INPUT_STREAM.test(audio)) this.chains.push(`[${audio}]anullsink`);
  }

  /** The value of ffmpeg's `-filter_complex`. */
  toString(): string {
    return this.chains.join(";");
  }
}
