import { nearest, stripTimes } from "../../moments.js";
import type { PageFilmstrip } from "../../page-data.js";

/** The pictures of a creative. The image is turned into something the browser can show when it is first asked for. */
export class Strip {
  /** Moments of all pictures, seconds, ascending. */
  readonly times: readonly number[];
  /** Places in {@link times} of the pictures that make the row. */
  readonly row: readonly number[];
  /** The size of one picture, pixels. */
  readonly width: number;
  readonly height: number;
  readonly #image: string;
  #url: string | undefined;

  constructor({ times, width, height, image }: PageFilmstrip, durationSeconds: number) {
    this.times = times;
    this.width = width;
    this.height = height;
    this.#image = image;
    this.row = stripTimes(durationSeconds).map((time) => times.indexOf(nearest(times, time)));
  }

  /** The address of the whole image. One for all its uses, or the browser would decode it for each. */
  get url(): string {
    this.#url ??= URL.createObjectURL(
      new Blob([Uint8Array.from(atob(this.#image), (char) => char.charCodeAt(0))], { type: "image/webp" }),
    );
    return this.#url;
  }

  /** The place of the picture nearest to a time. */
  placeOf(timeSeconds: number): number {
    return this.times.indexOf(nearest(this.times, timeSeconds));
  }
}
