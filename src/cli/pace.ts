/** The rate is taken from this many seconds: short enough to follow a change, long enough not to jump. */
const WINDOW_SECONDS = 20;

/** Tells how quickly counted work goes, and how long the rest will take. */
export class Pace {
  readonly #total: number;
  readonly #marks: { readonly seconds: number; readonly done: number }[] = [];

  constructor(total: number) {
    this.#total = total;
  }

  /** Notes that `done` pieces are done at a moment, in seconds of any clock that runs forward. */
  mark(done: number, seconds: number): void {
    this.#marks.push({ seconds, done });
    while (this.#marks.length > 2 && seconds - this.#marks[0].seconds > WINDOW_SECONDS) this.#marks.shift();
  }

  /** Pieces a second; undefined before there is enough to tell. */
  get rate(): number | undefined {
    const first = this.#marks.at(0);
    const last = this.#marks.at(-1);
    if (first === undefined || last === undefined || last.seconds <= first.seconds || last.done <= first.done)
      return undefined;
    return (last.done - first.done) / (last.seconds - first.seconds);
  }

  /** Seconds until all is done; undefined before there is enough to tell. */
  get remainingSeconds(): number | undefined {
    const { rate } = this;
    const done = this.#marks.at(-1)?.done ?? 0;
    return rate === undefined ? undefined : (this.#total - done) / rate;
  }
}
