import { align, prepareQuery } from "../../src/align/align.js";
import type { Evidence } from "../../src/align/evidence.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";

/** Lays a clip on an earlier one. Throws where they have nothing in common. */
export function aligned(earlier: Clip, later: Clip): Evidence {
  const evidence = align(prepareQuery(fingerprintOf(later)), fingerprintOf(earlier));
  if (evidence === undefined) throw new Error("nothing in common");
  return evidence;
}
