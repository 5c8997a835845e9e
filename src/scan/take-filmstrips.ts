import { availableParallelism } from "node:os";
import PQueue from "p-queue";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { digestFile } from "../media/digest-file.js";
import { drawFilmstrip, readFilmstrip } from "../media/filmstrip/filmstrips.js";
import type { Filmstrip, FilmstripPlan } from "../picture/filmstrip.js";
import { shrunkSize } from "../picture/shrunk-size.js";
import { FilmstripCache } from "./filmstrip-cache.js";

/** A creative that is to be pictured. */
export interface PicturedCreative {
  readonly id: string;
  readonly plan: FilmstripPlan;
  /** Where the file is, or was. */
  readonly path: string;
  readonly fileDigest: string;
  /** Displayed size, pixels. */
  readonly width: number;
  readonly height: number;
  /** The path may lead to another file by now: it is read only where the content is the same. */
  readonly uncertain: boolean;
  /** What is kept of the creative, for where the file cannot be read. */
  readonly fingerprint: () => Promise<Fingerprint | undefined>;
}

/** Settings of {@link takeFilmstrips}. */
export interface TakingOptions {
  readonly cacheFolder: string;
  /** Files decoded at the same time; default the number of cores. */
  readonly jobs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told how many are done after each. */
  readonly onTaken?: (done: number) => void;
}

/**
 * Takes the filmstrips of creatives, each content once for all reports: from the file, or from the fingerprint's grey
 * pictures where the file is gone. A creative of which nothing is left has none. Throws the signal's reason.
 */
export async function takeFilmstrips(
  creatives: readonly PicturedCreative[],
  { cacheFolder, jobs = availableParallelism(), signal, onTaken = () => {} }: TakingOptions,
): Promise<Map<string, Filmstrip>> {
  const cache = new FilmstripCache(cacheFolder);
  const queue = new PQueue({ concurrency: jobs });
  const strips = new Map<string, Filmstrip>();
  let done = 0;
  const takeOne = async (creative: PicturedCreative): Promise<void> => {
    signal?.throwIfAborted();
    const strip = await takeFilmstrip(creative, cache, signal);
    if (strip !== undefined) strips.set(creative.id, strip);
    onTaken(++done);
  };
  // The queue is not told of an abort: it would not wait for those that have begun.
  await Promise.allSettled(creatives.map((creative) => queue.add(() => takeOne(creative))));
  signal?.throwIfAborted();
  return strips;
}

async function takeFilmstrip(
  creative: PicturedCreative,
  cache: FilmstripCache,
  signal: AbortSignal | undefined,
): Promise<Filmstrip | undefined> {
  const { plan, path, fileDigest } = creative;
  const known = await cache.recall(fileDigest, plan);
  if (known !== undefined) return stripOf(creative, known);
  try {
    if (creative.uncertain && (await digestFile(path, signal ? { signal } : {})) !== fileDigest)
      return await drawnStrip(creative);
    const strip = await readFilmstrip(path, creative, plan, signal);
    await cache.remember(fileDigest, plan, strip.image);
    return strip;
  } catch {
    // Whatever is wrong with the file, the report has other things to tell.
    signal?.throwIfAborted();
    return await drawnStrip(creative);
  }
}

async function drawnStrip(creative: PicturedCreative): Promise<Filmstrip | undefined> {
  const fingerprint = await creative.fingerprint();
  return fingerprint && (await drawFilmstrip(fingerprint.samples, creative, creative.plan));
}

function stripOf(creative: PicturedCreative, image: Uint8Array): Filmstrip {
  const { width, height } = shrunkSize(creative, creative.plan.longSide);
  const frames = creative.plan.timesSeconds.map((timeSeconds) => ({ timeSeconds }));
  return { frames, frameWidth: width, frameHeight: height, image };
}
