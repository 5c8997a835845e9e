/** Slots at the start; a power of two. */
const FIRST_SLOTS = 2048;

/**
 * Finds the label of a vector that equals another to the last bit, so that each distinct vector is indexed once.
 * A hash table of labels only (8 bytes a vector); the vectors stay where they are and the caller compares them.
 */
export class VectorFolding {
  /** Label + 1, or 0 for a free slot; open addressing with linear steps. */
  #slots = new Uint32Array(FIRST_SLOTS);
  #hashes = new Uint32Array(FIRST_SLOTS);
  #count = 0;

  /** The label remembered for an equal vector; `equals` decides among the labels whose hash agrees. */
  find(vector: Float32Array, equals: (label: number) => boolean): number | undefined {
    const hash = hashOf(vector);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const label = (this.#slots[slot] as number) - 1;
      if (this.#hashes[slot] === hash && equals(label)) return label;
    }
    return undefined;
  }

  /** Remembers the label of a vector that {@link find} did not know. */
  remember(vector: Float32Array, label: number): void {
    if ((this.#count + 1) * 2 > this.#slots.length) this.#grow();
    this.#insert(hashOf(vector), label + 1);
    this.#count++;
  }

  #insert(hash: number, stored: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = stored;
    this.#hashes[slot] = hash;
  }

  #grow(): void {
    const slots = this.#slots;
    const hashes = this.#hashes;
    this.#slots = new Uint32Array(slots.length * 2);
    this.#hashes = new Uint32Array(slots.length * 2);
    slots.forEach((stored, slot) => {
      if (stored !== 0) this.#insert(hashes[slot] as number, stored);
    });
  }
}

const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

function hashOf(vector: Float32Array): number {
  let hash = 0x81_1c_9d_c5;
  for (const component of vector) {
    // Adding 0 turns -0 into 0: the two are equal and must have one hash.
    scratch[0] = component + 0;
    hash = Math.imul(hash ^ (scratchBits[0] as number), 0x01_00_01_93);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
