/** What was written to a store and an index has not seen yet, by the numbers of creatives. */
export class UnseenWrites {
  /** From `#next` on: a list of a million is not cut a million times. */
  #added: number[] = [];
  #next = 0;
  #removed: number[] = [];

  /** Creatives to be taken in, as far as that is known. */
  get missing(): number {
    return this.#added.length - this.#next;
  }

  /** Creatives to be taken in or to be forgotten. */
  get count(): number {
    return this.missing + this.#removed.length;
  }

  /** Notes what was written. */
  note({
    added = [],
    removed = [],
  }: {
    readonly added?: readonly number[];
    readonly removed?: readonly number[];
  }): void {
    this.#added.push(...added);
    this.#removed.push(...removed);
  }

  /** Notes all that tells a store, whose numbers are given, from what an index holds, in the place of what was noted before. */
  async compare(held: ReadonlySet<number>, stored: AsyncIterable<readonly number[]>): Promise<void> {
    // What is written meanwhile comes on top.
    [this.#added, this.#next, this.#removed] = [[], 0, []];
    const added: number[] = [];
    const gone = new Set(held);
    for await (const numbers of stored)
      for (const number of numbers) if (!gone.delete(number)) added.push(number);
    this.#added = added.concat(this.#added);
    this.#removed = [...gone, ...this.#removed];
  }

  /** The creatives to be forgotten, which are none any more. */
  takeRemoved(): number[] {
    const removed = this.#removed;
    this.#removed = [];
    return removed;
  }

  /** The next creatives to be taken in, at most so many. */
  next(count: number): number[] {
    return this.#added.slice(this.#next, this.#next + count);
  }

  /** Forgets the next creatives: so many have been taken in. */
  taken(count: number): void {
    this.#next += count;
    if (this.missing === 0) [this.#added, this.#next] = [[], 0];
  }
}
