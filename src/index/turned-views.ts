import type { AskedView } from "../signature/descriptors.js";
import { DIHEDRALS } from "../signature/dihedral.js";
import { SHORT_BYTES, turnShort } from "../signature/short-descriptor.js";

/** What is asked, in every orientation: each turned view has a number from 0. */
export class TurnedViews {
  /** The turned views, one after the other. */
  readonly shorts: Int8Array;
  readonly #viewOf: AskedView[] = [];
  readonly #turnOf: number[] = [];
  readonly #firstOf: number[] = [];
  /** By way: the numbers of a view in one orientation at all moments. */
  readonly #byWay = new Map<number, number[]>();

  constructor(readonly asked: readonly AskedView[]) {
    this.shorts = new Int8Array(asked.reduce((sum, { turns }) => sum + turns, 0) * SHORT_BYTES);
    for (const view of asked) {
      this.#firstOf.push(this.#viewOf.length);
      for (let turn = 0; turn < view.turns; turn++) {
        const number = this.#viewOf.length;
        turnShort(view.short, 0, turn, this.shorts, number * SHORT_BYTES);
        this.#viewOf.push(view);
        this.#turnOf.push(turn);
        const alike = this.#byWay.get(this.wayOf(number));
        if (alike === undefined) this.#byWay.set(this.wayOf(number), [number]);
        else alike.push(number);
      }
    }
  }

  /** The number of an asked view in its first orientation; the others follow. Of the place after the last one, how many numbers there are. */
  firstOf(place: number): number {
    return this.#firstOf[place] ?? this.#viewOf.length;
  }

  /** Turned views. */
  get count(): number {
    return this.#viewOf.length;
  }

  /** The view that a number is an orientation of. */
  viewOf(number: number): AskedView {
    return this.#viewOf[number]!;
  }

  /** A number, 0 to 2,047, for the view and the orientation of a number, the same at every moment. */
  wayOf(number: number): number {
    return this.#viewOf[number]!.view * DIHEDRALS.length + this.#turnOf[number]!;
  }

  /** The numbers of the same view in the same orientation at all moments, those left out at which it was flat or was not asked. */
  atAllMoments(number: number): readonly number[] {
    return this.#byWay.get(this.wayOf(number))!;
  }
}
