/** No ask. */
const NONE = -1;

/** Which of the views that are asked are looked for in which cell: a cell is read once for all of them. Kept from round to round, so that nothing is allocated in one. */
export class CellAsks {
  /** By cell: its last ask; by ask: the one before it in the same cell, and the place of its view. */
  #last = new Int32Array(1024).fill(NONE);
  #before = new Int32Array(4096);
  #places = new Uint16Array(4096);
  #count = 0;
  #cells: number[] = [];

  /** Asks for a view, by its place in a round (0 to 65,535), in a cell. */
  note(cell: number, place: number): void {
    if (cell >= this.#last.length) this.#last = enlarged(this.#last, cell, NONE);
    if (this.#count === this.#before.length) {
      this.#before = enlarged(this.#before, this.#count, NONE);
      const places = new Uint16Array(this.#before.length);
      places.set(this.#places);
      this.#places = places;
    }
    if (this.#last[cell] === NONE) this.#cells.push(cell);
    this.#before[this.#count] = this.#last[cell]!;
    this.#places[this.#count] = place;
    this.#last[cell] = this.#count++;
  }

  /** Calls `visit` for each cell with the places of the views that are asked in it, which hold until it returns, and forgets them all. */
  take(visit: (cell: number, places: readonly number[]) => void): void {
    const places: number[] = [];
    for (const cell of this.#cells) {
      places.length = 0;
      for (let ask = this.#last[cell]!; ask !== NONE; ask = this.#before[ask]!)
        places.push(this.#places[ask]!);
      this.#last[cell] = NONE;
      visit(cell, places);
    }
    this.#cells = [];
    this.#count = 0;
  }
}

function enlarged(values: Int32Array, place: number, fill: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(place + 1, values.length * 2)).fill(fill);
  larger.set(values);
  return larger;
}
