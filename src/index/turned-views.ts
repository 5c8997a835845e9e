import type { AskedView } from "../signature/descriptors.js";
import { SHORT_BYTES, turnShort } from "../signature/short-descriptor.js";

/** What is asked, in every orientation: each turned view has a number from 0. */
export class TurnedViews {
  /** The turned views, one after the other. */
  readonly shorts: Int8Array;
  readonly #viewOf: AskedView[] = [];
  readonly #turnOf: number[] = [];
  readonly #firstOf: number[] = [];
  readonly #numbers = new Map<number, number>();
  /** Most moments of a query. */
  readonly moments: number;

  constructor(readonly asked: readonly AskedView[]) {
    this.shorts = new Int8Array(asked.reduce((sum, { turns }) => sum + turns, 0) * SHORT_BYTES);
    for (const view of asked) {
      this.#firstOf.push(this.#viewOf.length);
      for (let turn = 0; turn < view.turns; turn++) {
        const number = this.#viewOf.length;
        turnShort(view.short, 0, turn, this.shorts, number * SHORT_BYTES);
        this.#numbers.set(key(view.moment, view.view, turn), number);
        this.#viewOf.push(view);
        this.#turnOf.push(turn);
      }
    }
    this.moments = asked.reduce((most, { moment }) => Math.max(most, moment + 1), 0);
  }

  /** The number of an asked view in its first orientation; the others follow. Of the place after the last one, how many numbers there are. */
  firstOf(place: number): number {
    return this.#firstOf[place] ?? this.#viewOf.length;
  }

  /** The view that a number is an orientation of. */
  viewOf(number: number): AskedView {
    return this.#viewOf[number]!;
  }

  /** The orientation of a number: a place in `DIHEDRALS`. */
  turnOf(number: number): number {
    return this.#turnOf[number]!;
  }

  /** The same view in the same orientation at another moment; undefined where it was flat or was not asked. */
  atMoment(number: number, moment: number): number | undefined {
    return this.#numbers.get(key(moment, this.viewOf(number).view, this.turnOf(number)));
  }
}

/** A number for a moment, a view (0 to 255) and a turn (0 to 7). */
function key(moment: number, view: number, turn: number): number {
  return (moment * 256 + view) * 8 + turn;
}
