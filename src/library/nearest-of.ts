import { SamecutError } from "../errors.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Creative } from "./creative.js";
import type { CreativeMatch } from "./creative-match.js";
import type { NearestOptions } from "./library-calls.js";

/** Most creatives that `Library.nearest` tells. */
const MOST = 1_000;

/** The calls of a library that are needed for it. */
interface Searched {
  get(id: string): Promise<Creative | undefined>;
  fingerprint(id: string): Promise<Fingerprint | undefined>;
  nearest(input: Fingerprint, options: NearestOptions): Promise<CreativeMatch[]>;
}

/** See `Library.nearestOf`, where too little is known: searches for the nearest of a creative that is in the library itself. */
export async function searchNearestOf(
  id: string,
  k: number,
  options: NearestOptions,
  library: Searched,
): Promise<CreativeMatch[]> {
  if ((await library.get(id)) === undefined) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
  const fingerprint = await library.fingerprint(id);
  if (fingerprint === undefined) throw new SamecutError("FINGERPRINT_DAMAGED", { detail: id });
  // Itself is the nearest of all.
  const nearest = await library.nearest(fingerprint, { ...options, k: Math.min(k + 1, MOST) });
  return nearest.filter(({ creative }) => creative.id !== id).slice(0, k);
}
