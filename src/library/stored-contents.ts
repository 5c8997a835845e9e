import { SamecutError } from "../errors.js";
import type { ComparedCreative } from "../matching/comparisons.js";
import type { CreativeStore } from "./store.js";

/** Stored creatives as they are compared, one for each id in their order. Throws CREATIVE_NOT_FOUND, FINGERPRINT_DAMAGED. */
export async function storedContents<const Ids extends readonly string[]>(
  store: CreativeStore,
  ids: Ids,
): Promise<{ readonly [Place in keyof Ids]: ComparedCreative }> {
  // The creatives last: one that is removed in between is not there, rather than damaged.
  const fingerprints = await store.fingerprints(ids);
  const creatives = await store.creatives(ids);
  return ids.map((id): ComparedCreative => {
    const creative = creatives.get(id);
    if (creative === undefined) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
    const encoded = fingerprints.get(id);
    if (encoded === undefined) throw new SamecutError("FINGERPRINT_DAMAGED", { detail: id });
    return { fileDigest: creative.fileDigest, encoded };
  }) as { [Place in keyof Ids]: ComparedCreative };
}
