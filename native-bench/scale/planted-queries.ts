import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { TurnedViews } from "../../src/index/turned-views.js";
import {
  type CandidateQuery,
  candidateQuery,
  type StoredEvidence,
  storedEvidence,
} from "../../src/matching/candidate-evidence.js";
import { CANDIDATE_DISTANCE } from "../../src/signature/descriptors.js";
import { bestCosine } from "./likeness.js";
import { plantedEdit } from "./planted-edit.js";
import type { SyntheticCreatives } from "./synthetic-creatives.js";

/** A creative of the library and an edited copy of it, which is asked for. */
export interface PlantedQuery {
  /** Of the creative in the library. */
  readonly id: number;
  readonly stored: StoredEvidence;
  readonly edited: Fingerprint;
  /** What is asked for the copy. */
  readonly query: CandidateQuery;
  /** Least squared distance of any two of their vectors, by looking at all of them. */
  readonly squaredDistance: number;
}

/** `count` creatives of the library, numbered from 0, and an edit of each. */
export function plantQueries(synthetic: SyntheticCreatives, count: number, seed: number): PlantedQuery[] {
  return Array.from({ length: count }, (_, id) => {
    const creative = synthetic.creative(id);
    const stored = storedEvidence(id, creative);
    const edited = plantedEdit(creative, id, seed, (random) => synthetic.realPicture(random));
    const query = candidateQuery(edited);
    const cosine = bestCosine(new TurnedViews(query.views).shorts, stored.descriptors);
    return { id, stored, edited, query, squaredDistance: 2 - 2 * cosine };
  });
}

/** Whether an exact search would propose the creative, were there no nearer ones. */
export function isWithinReach({ squaredDistance }: PlantedQuery): boolean {
  return squaredDistance <= CANDIDATE_DISTANCE;
}
