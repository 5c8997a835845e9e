import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { openContentCache } from "../../src/library/embedded/content-cache.js";
import { factsOf } from "../../src/matching/description.js";
import { plantedEdit } from "../scale/planted-edit.js";
import type { SyntheticCreatives } from "../scale/synthetic-creatives.js";

/** One creative in so many is an edited copy of the one before it. */
const COPY_EVERY = 10;

/** A folder of creatives whose fingerprints a cache knows already. */
export interface KnownFolder {
  readonly folder: string;
  readonly cacheFolder: string;
  /** File names of each edited copy and what it is a copy of. */
  readonly copies: readonly { readonly copy: string; readonly original: string }[];
}

/**
 * Fills a folder with files that stand for made-up creatives: their bytes are no video, but the cache beside them knows which
 * fingerprint bytes like these have, so a scan never decodes them.
 */
export async function knownFolder(
  place: string,
  synthetic: SyntheticCreatives,
  { creatives, seed }: { readonly creatives: number; readonly seed: number },
): Promise<KnownFolder> {
  const [folder, cacheFolder] = [join(place, "creatives"), join(place, "cache")];
  await rm(place, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  using cache = openContentCache(cacheFolder, { verdictVersion: "none", decoderVersion: "none" });
  const copies: { copy: string; original: string }[] = [];
  let last: { readonly name: string; readonly fingerprint: Fingerprint } | undefined;
  for (let number = 0; number < creatives; number++) {
    const name = `${String(number).padStart(6, "0")}.mp4`;
    const original = number % COPY_EVERY === COPY_EVERY - 1 ? last : undefined;
    const fingerprint = original
      ? plantedEdit(original.fingerprint, number, seed, (random) => synthetic.realPicture(random))
      : synthetic.creative(number);
    if (original) copies.push({ copy: name, original: original.name });
    const bytes = `creative ${number} of seed ${seed}`;
    await writeFile(join(folder, name), bytes);
    const file = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    const known = { ...fingerprint, digests: { file } };
    cache.rememberFingerprint(factsOf(known), encodeFingerprint(known));
    last = { name, fingerprint };
  }
  return { folder, cacheFolder, copies };
}
