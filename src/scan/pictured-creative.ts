import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { whenDecoderFree } from "../intake/decoding-queue.js";
import type { ComparedPair } from "../library/compare-pair.js";
import type { Creative } from "../library/creative.js";
import { digestFile } from "../media/digest-file.js";
import type { Filmstrip } from "../picture/filmstrip.js";
import { planPictures, planRow } from "../report/html/picture-plan.js";
import { takeFilmstrips } from "./take-filmstrips.js";

/** How a creative is pictured. */
export interface PicturingOptions {
  /** Where its file is, or may be: it is read only where its content is the creative's. */
  readonly path?: string | undefined;
  /** Undefined for the row of a list; else it is looked at closely, and the moments these pairs share are pictured too. */
  readonly pairs?: readonly ComparedPair[] | undefined;
  /** What is kept of it, for where there is no file any more. */
  readonly fingerprint: () => Promise<Fingerprint | undefined>;
  /** Filmstrips are kept here, each made once. */
  readonly cacheFolder: string;
  readonly signal?: AbortSignal;
}

/**
 * The filmstrip of one creative; undefined where nothing is left of it. Waits its turn behind uploads. Throws the signal's
 * reason.
 */
export async function pictureCreative(
  creative: Creative,
  { path, pairs, fingerprint, cacheFolder, signal }: PicturingOptions,
): Promise<Filmstrip | undefined> {
  const { id, fileDigest, width, height } = creative;
  const plan =
    planBeside(creative, pairs ?? []) ?? planRow(creative.durationSeconds, pairs ? "closely" : "list");
  const waiting = { priority: "batch", ...(signal === undefined ? {} : { signal }) } as const;
  const wanted = { id, plan, fileDigest, width, height, path: path ?? "", uncertain: true, fingerprint };
  const strips = await whenDecoderFree(
    () => takeFilmstrips([wanted], { cacheFolder, jobs: 1, signal }),
    waiting,
  );
  return strips.get(id);
}

/** True when a file has the content of a creative; false also where it cannot be read. Throws the signal's reason. */
export async function hasContentOf(
  path: string,
  { fileDigest }: Creative,
  signal?: AbortSignal,
): Promise<boolean> {
  const digest = await digestFile(path, signal === undefined ? {} : { signal }).catch(() => undefined);
  signal?.throwIfAborted();
  return digest === fileDigest;
}

function planBeside({ id }: Creative, pairs: readonly ComparedPair[]) {
  const creatives = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((each) => [each.id, each]));
  return planPictures(
    pairs.map(({ a, b, verdict }) => ({ ...verdict, a: a.id, b: b.id })),
    creatives,
  ).get(id);
}
