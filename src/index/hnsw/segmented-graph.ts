import type { IndexSize, Neighbour } from "../nearest-neighbours.js";
import { nearestFirst } from "../neighbour-order.js";
import { PostingLists } from "../posting-lists.js";
import { VectorFolding } from "../vector-folding.js";
import { GraphSegment, type SegmentHit } from "./graph-segment.js";
import type { HnswSettings } from "./hnsw-settings.js";
import type { HnswlibModule } from "./native-module.js";

/** Room of a first segment, vectors; each next one is four times as large, up to `segmentVectors`. */
const FIRST_SEGMENT_VECTORS = 16_384;
const SEGMENT_GROWTH = 4;

/** A segment is rebuilt when this share of it is deleted: below it, the waste is cheaper than the building. */
const REBUILD_DELETED_SHARE = 0.4;
/** Fewer deleted vectors than this are never worth a rebuild. */
const REBUILD_DELETED_LEAST = 256;

/**
 * Neighbours asked of a segment at first. Most queries have fewer within the radius; asking for all of `k` at once
 * would make each of them as slow as the crowded ones.
 */
const FIRST_ASKED = 24;

/** A segment and the label of the vector at its place 0; labels grow with places. */
export interface LabelledSegment {
  readonly segment: GraphSegment;
  readonly firstLabel: number;
  /** The file that holds the segment as it is now; undefined after a change. */
  savedAs: string | undefined;
}

/** The whole index as its worker thread holds it: sealed segments, one that grows, and the posting lists. Synchronous. */
export class SegmentedGraph {
  readonly dimension: number;
  readonly #hnswlib: HnswlibModule;
  readonly #settings: HnswSettings;
  readonly #postings = new PostingLists();
  readonly #folding = new VectorFolding();
  #segments: LabelledSegment[] = [];

  constructor(hnswlib: HnswlibModule, settings: HnswSettings, dimension: number) {
    this.#hnswlib = hnswlib;
    this.#settings = settings;
    this.dimension = dimension;
  }

  /** The segments, oldest first. */
  get segments(): readonly LabelledSegment[] {
    return this.#segments;
  }

  /** Which creatives have which vector, over all segments. */
  get postings(): PostingLists {
    return this.#postings;
  }

  /** How much is held. */
  get size(): IndexSize {
    const deleted = this.#segments.reduce((sum, { segment }) => sum + segment.deleted, 0);
    const added = this.#segments.reduce((sum, { segment }) => sum + segment.count, 0);
    return { creatives: this.#postings.creativeCount, vectors: added - deleted, deleted };
  }

  /** Gives a creative a (checked) vector; a vector that is there already is not added again. */
  add(id: number, vector: Float32Array): void {
    const known = this.#folding.find(vector, (label) => this.#holds(label, vector));
    this.#postings.link(known ?? this.#append(vector), id);
  }

  /** Removes a creative, and rebuilds the segments that are left too empty. */
  remove(id: number): void {
    for (const label of this.#postings.unlink(id)) {
      const owner = this.#segmentOf(label);
      owner.segment.delete(label - owner.firstLabel);
      owner.savedAs = undefined;
    }
    for (const owner of this.#segments.filter(isTooEmpty)) this.#rebuild(owner);
  }

  /** The neighbours of a (checked) query; see `NearestNeighbours.search`. */
  search(query: number[], k: number, radius: number): Neighbour[] {
    const near: { label: number; squaredDistance: number }[] = [];
    for (const { segment, firstLabel } of this.#segments) {
      for (const { place, squaredDistance } of nearest(segment, query, k, radius)) {
        if (squaredDistance <= radius) near.push({ label: firstLabel + place, squaredDistance });
      }
    }
    near.sort((a, b) => a.squaredDistance - b.squaredDistance || a.label - b.label);
    const hits = near.slice(0, k);
    return nearestFirst(
      hits.flatMap(({ label, squaredDistance }) =>
        this.#postings.firstIdsOf(label).map((id) => ({ id, squaredDistance })),
      ),
    );
  }

  /** Takes over a segment read from a file; `idsByPlace` are its posting lists. */
  adopt(segment: GraphSegment, savedAs: string, idsByPlace: readonly (readonly number[])[]): void {
    const firstLabel = this.#postings.labelCount;
    for (const [place, ids] of idsByPlace.entries()) {
      const label = this.#postings.issueLabel();
      if (ids.length === 0) continue;
      this.#folding.remember(new Float32Array(segment.vectorAt(place)), label);
      for (const id of ids) this.#postings.link(label, id);
    }
    this.#segments.push({ segment, firstLabel, savedAs });
  }

  #append(vector: Float32Array): number {
    const owner = this.#openSegment();
    owner.segment.add(vector);
    owner.savedAs = undefined;
    const label = this.#postings.issueLabel();
    this.#folding.remember(vector, label);
    return label;
  }

  /** The last segment, or a new one when that is full or its labels would no longer be dense. */
  #openSegment(): LabelledSegment {
    const last = this.#segments.at(-1);
    const next = this.#postings.labelCount;
    if (last && !last.segment.full && last.firstLabel + last.segment.count === next) return last;
    const room = last ? last.segment.shape.capacity * SEGMENT_GROWTH : FIRST_SEGMENT_VECTORS;
    const shape = { dimension: this.dimension, capacity: Math.min(room, this.#settings.segmentVectors) };
    const opened: LabelledSegment = {
      segment: GraphSegment.create(this.#hnswlib, this.#settings, shape),
      firstLabel: next,
      savedAs: undefined,
    };
    this.#segments.push(opened);
    return opened;
  }

  /** Drops a segment and adds what is left of it anew, under new labels. */
  #rebuild(owner: LabelledSegment): void {
    const rest: { vector: Float32Array; ids: readonly number[] }[] = [];
    for (let place = 0; place < owner.segment.count; place++) {
      const ids = [...this.#postings.idsOf(owner.firstLabel + place)];
      if (ids.length > 0) rest.push({ vector: new Float32Array(owner.segment.vectorAt(place)), ids });
    }
    this.#segments = this.#segments.filter((each) => each !== owner);
    this.#postings.dropLabels(owner.firstLabel, owner.segment.count);
    for (const { vector, ids } of rest) {
      const label = this.#append(vector);
      for (const id of ids) this.#postings.link(label, id);
    }
  }

  #holds(label: number, vector: Float32Array): boolean {
    if (this.#postings.idsOf(label).length === 0) return false;
    const owner = this.#segmentOf(label);
    const held = owner.segment.vectorAt(label - owner.firstLabel);
    return vector.every((component, i) => held[i] === component);
  }

  #segmentOf(label: number): LabelledSegment {
    const owner = this.#segments.findLast(({ firstLabel }) => firstLabel <= label);
    if (owner === undefined) throw new RangeError(`No segment has the label ${label}`);
    return owner;
  }
}

function nearest(segment: GraphSegment, query: number[], k: number, radius: number): SegmentHit[] {
  if (k <= FIRST_ASKED) return segment.search(query, k);
  const first = segment.search(query, FIRST_ASKED);
  const crowded =
    first.length === FIRST_ASKED && first.every(({ squaredDistance }) => squaredDistance <= radius);
  return crowded ? segment.search(query, k) : first;
}

function isTooEmpty({ segment }: LabelledSegment): boolean {
  return segment.deleted >= REBUILD_DELETED_LEAST && segment.deleted >= REBUILD_DELETED_SHARE * segment.count;
}
