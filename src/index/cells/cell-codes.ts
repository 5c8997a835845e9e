import { wasm } from "../../wasm/runtime.js";
import { PLACE_BITS, SIGN_BYTES, signKernel } from "./sign-kernel.js";

/** Views that a cell may hold before it is divided. Smaller ones cost more centres, larger ones longer scans. */
export const CELL_VIEWS = 1024;

/** Views in one region: half of one is free in each cell. */
const REGION_VIEWS = 256;

/** Views asked in one call of the kernel. */
const ASKED_A_CALL = 64;

const PAGE_BYTES = 65_536;
/** The signs that are asked, then room for the hits of a call, then the regions. */
const ASKED_AT = 0;
const HITS_AT = ASKED_AT + ASKED_A_CALL * SIGN_BYTES;
const REGIONS_AT = HITS_AT + ASKED_A_CALL * REGION_VIEWS * 4;
const REGION_BYTES = REGION_VIEWS * (SIGN_BYTES + 4);

/** No region. */
const NONE = 0xff_ff_ff_ff;

/** A view that is asked: its number and the signs it has (see `signsOf`). */
export interface AskedSigns {
  readonly number: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The signs of the views of each cell, with their labels, in regions of fixed size: a cell takes as many as it needs. All in one block of memory that the
 * kernel reads.
 */
export class CellCodes {
  readonly #memory = new wasm.Memory({ initial: Math.ceil((REGIONS_AT + REGION_BYTES) / PAGE_BYTES) });
  readonly #compare = signKernel(this.#memory);
  readonly #regionsOf: number[][] = [];
  /** By region: its cell, and the views in it. */
  readonly #cellOf: number[] = [];
  readonly #counts: number[] = [];
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

  /** Puts a view into a cell; true each time it has filled a region and holds {@link CELL_VIEWS} or more. */
  add(cell: number, label: number, [low, high]: readonly [number, number]): boolean {
    const regions = this.#regionsOf[cell]!;
    const region = regions.find((each) => this.#counts[each]! < REGION_VIEWS) ?? this.#newRegion(cell);
    const place = this.#counts[region]!++;
    const signs = signsAt(region, place);
    this.#words[signs] = low;
    this.#words[signs + 1] = high;
    this.#words[labelAt(region, place)] = label;
    this.#noteRegion(label, region);
    return place + 1 === REGION_VIEWS && regions.length * REGION_VIEWS >= CELL_VIEWS;
  }

  /** Takes a view out of its cell. */
  remove(label: number): void {
    const region = this.#regionOf[label]!;
    const last = --this.#counts[region]!;
    const labels = this.#words.subarray(labelAt(region, 0), labelAt(region, last + 1));
    const place = labels.indexOf(label);
    labels[place] = labels[last]!;
    this.#words.copyWithin(signsAt(region, place), signsAt(region, last), signsAt(region, last + 1));
    this.#regionOf[label] = NONE;
    if (last === 0) this.#release(region);
  }

  /** The labels in a cell. */
  labelsIn(cell: number): number[] {
    return this.#regionsOf[cell]!.flatMap((region) => [
      ...this.#words.subarray(labelAt(region, 0), labelAt(region, this.#counts[region]!)),
    ]);
  }

  /** Calls `visit` for each view of a cell whose signs differ in at most `bits` from those of one that is asked. */
  scan(
    cell: number,
    asked: readonly AskedSigns[],
    bits: number,
    visit: (number: number, label: number) => void,
  ): void {
    for (let from = 0; from < asked.length; from += ASKED_A_CALL) {
      const count = Math.min(ASKED_A_CALL, asked.length - from);
      for (let i = 0; i < count; i++) {
        this.#words[ASKED_AT / 4 + 2 * i] = asked[from + i]!.low;
        this.#words[ASKED_AT / 4 + 2 * i + 1] = asked[from + i]!.high;
      }
      for (const region of this.#regionsOf[cell]!) {
        const signs = signsAt(region, 0) * 4;
        const hits = this.#compare(signs, this.#counts[region]!, ASKED_AT, count, bits, HITS_AT);
        for (let hit = 0; hit < hits; hit++) {
          const packed = this.#words[HITS_AT / 4 + hit]!;
          const label = this.#words[labelAt(region, packed & ((1 << PLACE_BITS) - 1))]!;
          visit(asked[from + (packed >>> PLACE_BITS)]!.number, label);
        }
      }
    }
  }

  #release(region: number): void {
    const regions = this.#regionsOf[this.#cellOf[region]!]!;
    regions.splice(regions.indexOf(region), 1);
    this.#free.push(region);
  }

  #newRegion(cell: number): number {
    const region = this.#free.pop() ?? this.#counts.push(0) - 1;
    this.#regionsOf[cell]!.push(region);
    this.#cellOf[region] = cell;
    const missing = REGIONS_AT + (region + 1) * REGION_BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(Math.max(missing, this.#memory.buffer.byteLength / 8) / PAGE_BYTES));
      this.#words = new Uint32Array(this.#memory.buffer);
    }
    return region;
  }

  #noteRegion(label: number, region: number): void {
    if (label >= this.#regionOf.length) {
      const larger = new Uint32Array(Math.ceil(Math.max(label + 1, this.#regionOf.length * 1.5))).fill(NONE);
      larger.set(this.#regionOf);
      this.#regionOf = larger;
    }
    this.#regionOf[label] = region;
  }
}

/** Where the signs of a view of a region are, in words of four bytes. */
function signsAt(region: number, place: number): number {
  return (REGIONS_AT + region * REGION_BYTES) / 4 + place * 2;
}

/** Where its label is. */
function labelAt(region: number, place: number): number {
  return signsAt(region, REGION_VIEWS) + place;
}
