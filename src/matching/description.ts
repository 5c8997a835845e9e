import type { DesignNote } from "../design/design-note.js";
import { noteDesign } from "../design/note-design.js";
import { encodeFingerprint } from "../fingerprint/codec.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { type CandidateQuery, candidateQuery, type Evidence, evidenceOf } from "./candidate-evidence.js";

/** What a fingerprint tells of its creative besides the pictures. */
export interface CreativeFacts extends Omit<Fingerprint, "samples"> {
  /** See `noteDesign`; absent where nobody looked. */
  readonly designNotes?: readonly DesignNote[];
}

/** All that keeping, finding and comparing a creative takes; pictures are in `encoded` only. */
export interface Description {
  readonly facts: CreativeFacts;
  /** See `encodeFingerprint`. */
  readonly encoded: Uint8Array;
  readonly query: CandidateQuery;
  readonly evidence: Evidence;
}

/** What a fingerprint tells of its creative besides the pictures, design notes included. */
export function factsOf(fingerprint: Fingerprint): CreativeFacts {
  const { samples: _pictures, ...facts } = fingerprint;
  return { ...facts, designNotes: noteDesign(fingerprint) };
}

/** Works out the description of a fingerprint. Takes some 2 to 8 ms. */
export function describeFingerprint(fingerprint: Fingerprint): Description {
  return {
    facts: factsOf(fingerprint),
    encoded: encodeFingerprint(fingerprint),
    query: inOneBlock(candidateQuery(fingerprint)),
    evidence: evidenceOf(fingerprint),
  };
}

/** The same query with all of its views in one block of memory: between threads, a block costs as much as a view. */
function inOneBlock(query: CandidateQuery): CandidateQuery {
  const block = new Int8Array(query.views.reduce((length, { short }) => length + short.length, 0));
  let end = 0;
  const views = query.views.map((view) => {
    const start = end;
    end += view.short.length;
    block.set(view.short, start);
    return { ...view, short: block.subarray(start, end) };
  });
  return { ...query, views };
}
