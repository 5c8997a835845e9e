import { POSTING_LIMIT } from "./nearest-neighbours.js";

/** Which creatives have which vector: both ways, by the vector's label and by the creative's id. */
export class PostingLists {
  /** Ids by label, ascending; empty for a vector that nobody has any more. */
  readonly #idsByLabel: number[][] = [];
  readonly #labelsById = new Map<number, number[]>();

  /** Labels issued so far; the next one. */
  get labelCount(): number {
    return this.#idsByLabel.length;
  }

  /** Creatives with at least one vector. */
  get creativeCount(): number {
    return this.#labelsById.size;
  }

  /** The creatives of a vector, ascending. */
  idsOf(label: number): readonly number[] {
    return this.#idsByLabel[label] ?? [];
  }

  /** The first few creatives of a vector; see {@link POSTING_LIMIT}. */
  firstIdsOf(label: number): readonly number[] {
    const ids = this.idsOf(label);
    return ids.length > POSTING_LIMIT ? ids.slice(0, POSTING_LIMIT) : ids;
  }

  /** The creatives with at least one vector, ascending. */
  ids(): number[] {
    return [...this.#labelsById.keys()].sort((a, b) => a - b);
  }

  /** Issues the next label, without a creative yet. */
  issueLabel(): number {
    return this.#idsByLabel.push([]) - 1;
  }

  /** Notes that a creative has a vector; noting it again changes nothing. */
  link(label: number, id: number): void {
    const ids = this.#idsByLabel[label] as number[];
    const place = insertionPoint(ids, id);
    if (ids[place] === id) return;
    ids.splice(place, 0, id);
    const labels = this.#labelsById.get(id);
    if (labels === undefined) this.#labelsById.set(id, [label]);
    else labels.push(label);
  }

  /** Takes labels away from the creatives that have them; the labels stay unused for ever. */
  dropLabels(first: number, count: number): void {
    const dropped = (label: number): boolean => label >= first && label < first + count;
    for (let label = first; label < first + count; label++) {
      for (const id of this.#idsByLabel[label] as number[]) {
        const rest = (this.#labelsById.get(id) ?? []).filter((each) => !dropped(each));
        if (rest.length > 0) this.#labelsById.set(id, rest);
        else this.#labelsById.delete(id);
      }
      this.#idsByLabel[label] = [];
    }
  }

  /** Forgets a creative. Returns the labels that nobody has any more. */
  unlink(id: number): number[] {
    const orphans: number[] = [];
    for (const label of this.#labelsById.get(id) ?? []) {
      const ids = this.#idsByLabel[label] as number[];
      ids.splice(insertionPoint(ids, id), 1);
      if (ids.length === 0) orphans.push(label);
    }
    this.#labelsById.delete(id);
    return orphans;
  }
}

function insertionPoint(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
