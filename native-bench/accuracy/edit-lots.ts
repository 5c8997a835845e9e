import { seededRandom } from "../../samples/random.js";
import type { TruthFile } from "../../samples/truth/truth-file.js";
import type { AskedPairs } from "./asked-pairs.js";
import { groupBy } from "./group-by.js";

/** Edits that are searched for among edits of other clips. No edit is in both lots, so no pair comes twice. */
export interface EditLots {
  /** A library of their own. */
  readonly stored: readonly string[];
  /** What is searched for in it. */
  readonly asked: readonly string[];
}

/**
 * Edits of a family in either lot. So many clips that show one person in one room take no more places among the nearest than any
 * single clip, and some forty of the 64 far candidates of a search (`FAR_CANDIDATE_LIMIT`) are strangers to be compared.
 */
const OF_A_FAMILY = { stored: 24, asked: 34 } as const;

/** Draws the lots from the edits that are asked about: of each family of clips equally many, as far as it has them, by the seed. */
export function drawEditLots(truth: TruthFile, { pairs, originals }: AskedPairs, seed: number): EditLots {
  const originalFiles = new Set(originals.map(({ file }) => file));
  const familyOfOriginal = new Map(truth.originals.map(({ name, family }) => [name, family]));
  const familyOf = new Map(
    truth.creatives.map(({ file, original }) => [file, familyOfOriginal.get(original)]),
  );
  const edits = pairs.filter(
    ({ a, b, expected }) => originalFiles.has(a) && !originalFiles.has(b) && expected === "similar",
  );
  const families = groupBy(new Set(edits.map(({ b }) => b)), (file) => familyOf.get(file));
  const lots = [...families].map(([family, files]) => {
    const { stored, asked } = OF_A_FAMILY;
    const drawn = seededRandom("edit lots", seed, family ?? "")
      .shuffle(files)
      .slice(0, stored + asked);
    const ofStored = Math.ceil((drawn.length * stored) / (stored + asked));
    return { stored: drawn.slice(0, ofStored), asked: drawn.slice(ofStored) };
  });
  return {
    stored: lots.flatMap(({ stored }) => stored),
    asked: lots.flatMap(({ asked }) => asked),
  };
}
