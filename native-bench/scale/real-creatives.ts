import { basename } from "node:path";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { fingerprintCreative } from "../../src/intake/fingerprint-creative.js";
import { discover } from "../../src/scan/discovery.js";

/** A real creative. */
export interface RealCreative {
  /** The first word of its name, up to a hyphen: creatives that share it may show the same. */
  readonly family: string;
  readonly fingerprint: Fingerprint;
}

/** The creatives in a folder, at most `limit`, the first by name. Throws when none can be read. */
export async function realCreatives(
  folder: string,
  limit: number,
  options: { readonly signal: AbortSignal },
): Promise<RealCreative[]> {
  const { files } = await discover([folder], options.signal);
  const creatives: RealCreative[] = [];
  for (const { path, absolutePath } of files.slice(0, limit)) {
    try {
      const fingerprint = await fingerprintCreative(absolutePath, options);
      creatives.push({ family: basename(path).split("-")[0]!, fingerprint });
    } catch {
      options.signal.throwIfAborted();
    }
  }
  if (creatives.length === 0) throw new Error(`${folder} has no creatives that can be read`);
  return creatives;
}
