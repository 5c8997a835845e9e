import { SamecutError } from "../errors.js";
import { type AskedView, MOMENT_BYTES } from "../signature/descriptors.js";
import { DIHEDRALS } from "../signature/dihedral.js";
import { SHORT_BYTES } from "../signature/short-descriptor.js";
import type { IndexedCreative } from "./creative-index.js";
import { NOBODY } from "./nobody.js";
import { MOST_ASKED } from "./short-shelf.js";

/** Refuses ids that do not fit the index's tables: integers from 0 to 2^32 - 2. Throws VECTOR_INVALID. */
export function requireId(id: number): void {
  if (!Number.isInteger(id) || id < 0 || id >= NOBODY)
    throw invalid(`expected an id from 0 to 4294967294 but received ${id}`);
}

/** Refuses what is not a whole number of moments. Throws VECTOR_INVALID. */
export function requireCreative({ id, moments }: IndexedCreative): void {
  requireId(id);
  if (!(moments instanceof Int8Array) || moments.length % MOMENT_BYTES !== 0)
    throw invalid(`expected moments of ${MOMENT_BYTES} bytes in an Int8Array`);
}

/** Refuses views as {@link requireAskedView} does, and more of them than can be asked at a time. Throws VECTOR_INVALID. */
export function requireAsked(asked: readonly AskedView[]): void {
  for (const view of asked) requireAskedView(view);
  const count = asked.reduce((sum, { turns }) => sum + turns, 0);
  if (count > MOST_ASKED)
    throw invalid(`expected at most ${MOST_ASKED} views in all their orientations but received ${count}`);
}

/** Refuses views of another size, of no length and with turns that there are not: a zero vector ruins a graph's recall. Throws VECTOR_INVALID. */
function requireAskedView({ short, turns, radius }: AskedView): void {
  if (!(short instanceof Int8Array) || short.length !== SHORT_BYTES)
    throw invalid(`expected ${SHORT_BYTES} bytes in an Int8Array`);
  if (short.every((value) => value === 0)) throw invalid("all its values are 0");
  if (!Number.isInteger(turns) || turns < 1 || turns > DIHEDRALS.length)
    throw invalid(`expected 1 to ${DIHEDRALS.length} turns but received ${turns}`);
  if (!(radius >= 0)) throw invalid(`expected a squared distance for radius but received ${radius}`);
}

/** Refuses a limit that is no integer from 1. Throws SETTING_INVALID. */
export function requireLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected an integer from 1 for limit but received ${limit}`,
    });
  }
}

function invalid(detail: string): SamecutError {
  return new SamecutError("VECTOR_INVALID", { detail });
}
