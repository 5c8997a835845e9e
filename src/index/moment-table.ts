import { MOMENT_BYTES } from "../signature/descriptors.js";
import { STORED_VIEWS } from "../signature/query-views.js";
import { SHORT_BYTES } from "../signature/short-descriptor.js";
import { NOBODY } from "./nobody.js";
import { ShortShelf } from "./short-shelf.js";

/** Moments in one block of memory: some 11 MB. */
export const BLOCK_MOMENTS = 16_384;

const BLOCK_BYTES = BLOCK_MOMENTS * MOMENT_BYTES;

/** Blocks on one shelf: 3 GB, a million creatives of which have four moments. */
const SHELF_BLOCKS = 256;

/** A block as it is saved: the id of each moment, and their views. */
export interface Block {
  readonly ids: Uint32Array;
  readonly shorts: Int8Array;
}

/** Moments that lie beside each other. */
interface Run {
  readonly first: number;
  readonly count: number;
}

/**
 * The views of all creatives. Each has a label, its place among all: a creative's moments lie beside each other, {@link STORED_VIEWS} views a moment, some of
 * them empty. Blocks are filled one after the other and never moved.
 */
export class MomentTable {
  readonly #shelves: ShortShelf[] = [];
  /** By block: where on its shelf it begins. */
  readonly #starts: number[] = [];
  readonly #ids: Uint32Array[] = [];
  readonly #runs = new Map<number, Run>();
  #holes: Run[] = [];
  #end = 0;
  #views = 0;

  /** Moments that have ever been used; labels end at so many times {@link STORED_VIEWS}. */
  get momentCount(): number {
    return this.#end;
  }

  /** Creatives held. */
  get creativeCount(): number {
    return this.#runs.size;
  }

  /** Views held, empty ones not counted. */
  get viewCount(): number {
    return this.#views;
  }

  /** The ids held, ascending. */
  ids(): number[] {
    return [...this.#runs.keys()].sort((a, b) => a - b);
  }

  /** Takes a creative in, which must not be there; returns the labels of its views that are not empty. */
  add(id: number, moments: Int8Array): number[] {
    const count = moments.length / MOMENT_BYTES;
    if (count === 0) return [];
    const first = this.#room(count);
    for (let moment = 0; moment < count; moment++) {
      const { block, place } = this.#open(first + moment);
      this.#ids[block]![place] = id;
      this.#shelfOfBlock(block).bytes.set(
        moments.subarray(moment * MOMENT_BYTES, (moment + 1) * MOMENT_BYTES),
        this.#starts[block]! + place * MOMENT_BYTES,
      );
    }
    this.#runs.set(id, { first, count });
    const labels = this.labelsOf(id);
    this.#views += labels.length;
    return labels;
  }

  /** The labels of a creative's views that are not empty; none for one that is not held. */
  labelsOf(id: number): number[] {
    const run = this.#runs.get(id);
    if (run === undefined) return [];
    const from = run.first * STORED_VIEWS;
    return Array.from({ length: run.count * STORED_VIEWS }, (_, i) => from + i).filter((label) =>
      this.isView(label),
    );
  }

  /** Moments of a creative that is held. */
  momentsOf(id: number): number {
    return this.#runs.get(id)!.count;
  }

  /** The label of a view of a creative that is held, or undefined where that is empty. */
  labelAt(id: number, moment: number, view: number): number | undefined {
    const label = (this.#runs.get(id)!.first + moment) * STORED_VIEWS + view;
    return this.isView(label) ? label : undefined;
  }

  /** The blocks that a creative's moments are in. */
  blocksOf(id: number): number[] {
    const run = this.#runs.get(id);
    if (run === undefined) return [];
    const blocks = Array.from({ length: run.count }, (_, i) => Math.floor((run.first + i) / BLOCK_MOMENTS));
    return [...new Set(blocks)];
  }

  /** Forgets a creative. */
  remove(id: number): void {
    const run = this.#runs.get(id);
    if (run === undefined) return;
    this.#views -= this.labelsOf(id).length;
    for (let moment = run.first; moment < run.first + run.count; moment++) {
      const place = moment % BLOCK_MOMENTS;
      this.#ids[Math.floor(moment / BLOCK_MOMENTS)]![place] = NOBODY;
    }
    this.#runs.delete(id);
    this.#holes.push(run);
  }

  /** The creative of a label. */
  idOf(label: number): number {
    const moment = Math.floor(label / STORED_VIEWS);
    return this.#ids[Math.floor(moment / BLOCK_MOMENTS)]![moment % BLOCK_MOMENTS]!;
  }

  /** The shelf of a label's view. */
  shelfOf(label: number): ShortShelf {
    return this.#shelves[Math.floor(label / (SHELF_BLOCKS * BLOCK_MOMENTS * STORED_VIEWS))]!;
  }

  /** All shelves. */
  get shelves(): readonly ShortShelf[] {
    return this.#shelves;
  }

  /** The block of shorts that a label's view is in, until something is added; see {@link startOf}. */
  shortsOf(label: number): Int8Array {
    return this.shelfOf(label).bytes;
  }

  /** Where in {@link shortsOf} a label's view begins. */
  startOf(label: number): number {
    const block = Math.floor(label / (BLOCK_MOMENTS * STORED_VIEWS));
    return this.#starts[block]! + (label % (BLOCK_MOMENTS * STORED_VIEWS)) * SHORT_BYTES;
  }

  /** Whether there is something at a label. */
  isView(label: number): boolean {
    if (this.idOf(label) === NOBODY) return false;
    const shorts = this.shortsOf(label);
    const start = this.startOf(label);
    for (let k = 0; k < SHORT_BYTES; k++) if (shorts[start + k] !== 0) return true;
    return false;
  }

  /** Blocks in use. */
  get blockCount(): number {
    return Math.ceil(this.#end / BLOCK_MOMENTS);
  }

  /** The used part of a block, to be saved. */
  block(number: number): Block {
    const used = Math.min(BLOCK_MOMENTS, this.#end - number * BLOCK_MOMENTS);
    const start = this.#starts[number]!;
    return {
      ids: this.#ids[number]!.subarray(0, used),
      shorts: this.#shelfOfBlock(number).bytes.subarray(start, start + used * MOMENT_BYTES),
    };
  }

  /** Takes memory for so many blocks in all, what is there counted: at once, for each time a memory grows costs as much as reading half a block. */
  reserve(blocks: number): void {
    while (this.#ids.length < blocks) {
      const onShelf = this.#ids.length % SHELF_BLOCKS;
      if (onShelf === 0) this.#shelves.push(new ShortShelf());
      const more = Math.min(blocks - this.#ids.length, SHELF_BLOCKS - onShelf);
      const start = this.#shelves.at(-1)!.grow(more * BLOCK_BYTES);
      for (let block = 0; block < more; block++) {
        this.#ids.push(new Uint32Array(BLOCK_MOMENTS).fill(NOBODY));
        this.#starts.push(start + block * BLOCK_BYTES);
      }
    }
  }

  /** Room for a block of so many moments that was saved, after those before it: to be filled, then taken over by {@link adoptBlock}. Undefined where none can be there. */
  openBlock(moments: number): Block | undefined {
    const isPossible = Number.isInteger(moments) && moments > 0 && moments <= BLOCK_MOMENTS;
    if (!isPossible || this.#end % BLOCK_MOMENTS !== 0) return undefined;
    const { block } = this.#open(this.#end);
    this.#end += moments;
    return this.block(block);
  }

  /** Takes over what was put into a block; how many views there are is told by {@link adoptViews}. */
  adoptBlock(number: number): void {
    const { ids } = this.block(number);
    const first = number * BLOCK_MOMENTS;
    for (let from = 0; from < ids.length; ) {
      let to = from + 1;
      while (to < ids.length && ids[to] === ids[from]) to++;
      this.#adoptRun(ids[from]!, { first: first + from, count: to - from });
      from = to;
    }
  }

  /** Takes over how many views were saved. */
  adoptViews(count: number): void {
    this.#views = count;
  }

  #adoptRun(id: number, run: Run): void {
    if (id === NOBODY) {
      this.#holes.push(run);
      return;
    }
    // A creative may begin in one block and end in the next.
    const before = this.#runs.get(id);
    this.#runs.set(id, before === undefined ? run : { first: before.first, count: before.count + run.count });
  }

  #shelfOfBlock(block: number): ShortShelf {
    return this.#shelves[Math.floor(block / SHELF_BLOCKS)]!;
  }

  #room(count: number): number {
    const hole = this.#holes.findIndex((each) => each.count >= count);
    if (hole < 0) {
      const first = this.#end;
      this.#end += count;
      return first;
    }
    const [{ first, count: found }] = this.#holes.splice(hole, 1) as [Run];
    if (found > count) this.#holes.push({ first: first + count, count: found - count });
    return first;
  }

  #open(moment: number): { readonly block: number; readonly place: number } {
    const block = Math.floor(moment / BLOCK_MOMENTS);
    this.reserve(block + 1);
    return { block, place: moment % BLOCK_MOMENTS };
  }
}
