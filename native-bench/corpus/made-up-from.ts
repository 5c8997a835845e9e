import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { type RealCreative, realCreatives } from "../scale/real-creatives.js";
import { renderedSamples } from "./rendered-samples.js";

/** Real creatives that others are made up from. */
export interface MadeUpFrom {
  readonly folder: string;
  readonly creatives: readonly RealCreative[];
}

/** The creatives of a folder, at most `limit`; without a folder the originals among our samples, rendered where they are missing. */
export async function madeUpFrom(
  folder: string | undefined,
  limit: number,
  options: { readonly signal: AbortSignal },
): Promise<MadeUpFrom> {
  const place = folder === undefined ? await sampleOriginals(options) : resolve(folder);
  return { folder: place, creatives: await realCreatives(place, limit, options) };
}

async function sampleOriginals(options: { readonly signal: AbortSignal }): Promise<string> {
  const { folder } = await renderedSamples({ jobs: availableParallelism(), ...options });
  return join(folder, "creatives");
}
