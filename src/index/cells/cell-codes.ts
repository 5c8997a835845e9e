import { CODE_WORDS, SHORT_BYTES, writeCode } from "../../signature/short-descriptor.js";
import { wasm } from "../../wasm/runtime.js";
import { MOST_ASKED } from "../short-shelf.js";
import { codeKernel, PLACE_BITS } from "./code-kernel.js";
import { enlarged } from "./enlarged.js";

/** Views that a cell may hold before it is divided. Smaller ones cost more centres, larger ones longer scans. */
export const CELL_VIEWS = 1024;

/** Views in one region: half of one is free in each cell. */
const REGION_VIEWS = 128;

const CODE_BYTES = 4 * CODE_WORDS;

/** Most codes that are asked in one call of the kernel. */
const ASKED_A_CALL = 64;

const PAGE_BYTES = 65_536;
/** The codes that are asked, which of them in a call, then room for the hits of a call, then the regions. */
const ASKED_AT = 0;
const NUMBERS_AT = ASKED_AT + MOST_ASKED * CODE_BYTES;
const HITS_AT = NUMBERS_AT + ASKED_A_CALL * 4;
const REGIONS_AT = HITS_AT + ASKED_A_CALL * REGION_VIEWS * 4;
const REGION_BYTES = REGION_VIEWS * (CODE_BYTES + 4);

/** No region. */
const NONE = 0xff_ff_ff_ff;

/** How far codes may differ; see `CodeKernel`. */
export interface CodeBounds {
  readonly bits: number;
  readonly weight: number;
}

/**
 * The codes of the views of each cell, their signs and which of their values are strong, with their labels, in regions of fixed size: a cell takes as many as it needs. All in one block of
 * memory that the kernel reads.
 */
export class CellCodes {
  readonly #memory = new wasm.Memory({ initial: Math.ceil((REGIONS_AT + REGION_BYTES) / PAGE_BYTES) });
  readonly #compare = codeKernel(this.#memory);
  readonly #regionsOf: number[][] = [];
  /** By region: its cell, and the views in it. */
  readonly #cellOf: number[] = [];
  #counts = new Uint32Array(1024);
  readonly #free: number[] = [];
  #words = new Uint32Array(this.#memory.buffer);
  /** Region by label. */
  #regionOf = new Uint32Array(1024).fill(NONE);

  /** Cells, empty ones included. */
  get cellCount(): number {
    return this.#regionsOf.length;
  }

  /** Begins a cell; they are numbered from 0. */
  addCell(): void {
    this.#regionsOf.push([]);
  }

  /** Puts a view into a cell, by its code, which begins at a word of `codes`; true each time it has filled a region and holds {@link CELL_VIEWS} or more. */
  add(cell: number, label: number, codes: Uint32Array, from: number): boolean {
    const regions = this.#regionsOf[cell]!;
    const region = regions.find((each) => this.#counts[each]! < REGION_VIEWS) ?? this.#newRegion(cell);
    const place = this.#counts[region]!++;
    this.#regionOf = enlarged(this.#regionOf, label + 1, NONE);
    this.#write(region, place, label, codes, from);
    return place + 1 === REGION_VIEWS && regions.length * REGION_VIEWS >= CELL_VIEWS;
  }

  /**
   * Puts views into cells that are all empty, three times as quick as adding each: `cells` has the cell + 1 of each label, 0 for one that is in none, and `codesOf` is asked for the codes of `step` labels
   * from one on. False where that has none to give, and then half of them are in.
   */
  fill(
    cells: Uint32Array<ArrayBuffer>,
    step: number,
    codesOf: (label: number) => Uint32Array | undefined,
  ): boolean {
    const words = this.#openRegions(cells);
    const nexts = this.#firstPlaces();
    const regionOf = new Uint32Array(cells.length).fill(NONE);
    this.#regionOf = regionOf;
    for (let first = 0; first < cells.length; first += step) {
      const codes = codesOf(first);
      if (codes === undefined) return false;
      // Two accesses to memory far apart for each of millions of views: calls in between would keep them from overlapping.
      for (let view = 0; view < step; view++) {
        const cell = cells[first + view]!;
        if (cell === 0) continue;
        const place = nexts[cell - 1]!++;
        const region = Math.floor(place / REGION_VIEWS);
        const at = codeAt(region, place % REGION_VIEWS);
        for (let word = 0; word < CODE_WORDS; word++) words[at + word] = codes[view * CODE_WORDS + word]!;
        words[labelAt(region, place % REGION_VIEWS)] = first + view;
        regionOf[first + view] = region;
      }
    }
    return true;
  }

  /** Takes a view out of its cell. */
  remove(label: number): void {
    const region = this.#regionOf[label]!;
    const last = --this.#counts[region]!;
    const labels = this.#words.subarray(labelAt(region, 0), labelAt(region, last + 1));
    const place = labels.indexOf(label);
    labels[place] = labels[last]!;
    this.#words.copyWithin(codeAt(region, place), codeAt(region, last), codeAt(region, last + 1));
    this.#regionOf[label] = NONE;
    if (last === 0) this.#release(region);
  }

  /** The labels in a cell: a copy. */
  labelsIn(cell: number): Uint32Array {
    const regions = this.#regionsOf[cell]!;
    const labels = new Uint32Array(regions.length * REGION_VIEWS);
    let count = 0;
    for (const region of regions) {
      const held = this.#counts[region]!;
      labels.set(this.#words.subarray(labelAt(region, 0), labelAt(region, held)), count);
      count += held;
    }
    return labels.subarray(0, count);
  }

  /** Sets what {@link scan} looks for: at most {@link MOST_ASKED} short descriptors, one after the other. */
  ask(shorts: Int8Array): void {
    const count = shorts.length / SHORT_BYTES;
    if (count > MOST_ASKED) throw new RangeError(`expected at most ${MOST_ASKED} views`);
    for (let place = 0; place < count; place++)
      writeCode(shorts, place * SHORT_BYTES, this.#words, ASKED_AT / 4 + place * CODE_WORDS);
  }

  /** Calls `visit` for each view of a cell whose code is near to that of one of the views of {@link ask}, of which `places` says the places. */
  scan(
    cell: number,
    places: readonly number[],
    { bits, weight }: CodeBounds,
    visit: (place: number, label: number) => void,
  ): void {
    const words = this.#words;
    for (let from = 0; from < places.length; from += ASKED_A_CALL) {
      const count = Math.min(ASKED_A_CALL, places.length - from);
      for (let i = 0; i < count; i++) words[NUMBERS_AT / 4 + i] = places[from + i]!;
      for (const region of this.#regionsOf[cell]!) {
        const held = this.#counts[region]!;
        const codes = codeAt(region, 0) * 4;
        const labels = labelAt(region, 0);
        const hits = this.#compare(codes, held, ASKED_AT, NUMBERS_AT, count, bits, weight, HITS_AT);
        for (let hit = HITS_AT / 4; hit < HITS_AT / 4 + hits; hit++) {
          const packed = words[hit]!;
          visit(places[from + (packed >>> PLACE_BITS)]!, words[labels + (packed & ((1 << PLACE_BITS) - 1))]!);
        }
      }
    }
  }

  #write(region: number, place: number, label: number, codes: Uint32Array, from: number): void {
    const words = this.#words;
    const at = codeAt(region, place);
    for (let word = 0; word < CODE_WORDS; word++) words[at + word] = codes[from + word]!;
    words[labelAt(region, place)] = label;
    this.#regionOf[label] = region;
  }

  #release(region: number): void {
    const regions = this.#regionsOf[this.#cellOf[region]!]!;
    regions.splice(regions.indexOf(region), 1);
    this.#free.push(region);
  }

  #newRegion(cell: number): number {
    const region = this.#free.pop() ?? this.#cellOf.length;
    this.#regionsOf[cell]!.push(region);
    this.#cellOf[region] = cell;
    this.#counts = enlarged(this.#counts, region + 1, 0);
    this.#reserve(region + 1);
    return region;
  }

  /** Gives each cell the regions that its views take, one after the other, as full as they will be; returns the memory. */
  #openRegions(cells: Uint32Array): Uint32Array {
    const views = new Uint32Array(this.cellCount + 1);
    for (const cell of cells) views[cell]!++;
    const held = views.subarray(1);
    const regions = held.reduce((sum, count) => sum + Math.ceil(count / REGION_VIEWS), 0);
    this.#reserve(regions);
    this.#counts = enlarged(this.#counts, regions, 0);
    for (const [cell, count] of held.entries()) {
      for (let rest = count; rest > 0; rest -= REGION_VIEWS)
        this.#counts[this.#newRegion(cell)] = Math.min(rest, REGION_VIEWS);
    }
    return this.#words;
  }

  /** The place that the first view of each cell has among those of all regions; 0 for an empty one. */
  #firstPlaces(): Uint32Array {
    return Uint32Array.from(this.#regionsOf, ([region = 0]) => region * REGION_VIEWS);
  }

  /** Takes memory for so many regions in all; an eighth more than there was at least. */
  #reserve(regions: number): void {
    const missing = REGIONS_AT + regions * REGION_BYTES - this.#memory.buffer.byteLength;
    if (missing <= 0) return;
    this.#memory.grow(Math.ceil(Math.max(missing, this.#memory.buffer.byteLength / 8) / PAGE_BYTES));
    this.#words = new Uint32Array(this.#memory.buffer);
  }
}

/** Where the code of a view of a region is, in words of four bytes. */
function codeAt(region: number, place: number): number {
  return (REGIONS_AT + region * REGION_BYTES + place * CODE_BYTES) / 4;
}

/** Where its label is. */
function labelAt(region: number, place: number): number {
  return codeAt(region, REGION_VIEWS) + place;
}
