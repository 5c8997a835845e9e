import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { DesignNote } from "./design-note.js";
import { measureStructure } from "./picture-structure.js";
import { stillShare } from "./still-share.js";

/**
 * Median sharpness below which a creative is noted as blurred. Fingerprints keep pictures of some 48 pixels, so only a heavy blur shows. The
 * 41 filmed and 19 drawn clips have 0.50 and more. Of 27 of them blurred with a sigma of 14 pixels at a longer side of 480 (3 %), 25 are told, mostly
 * at 0.17 to 0.36; with 8 pixels 20; with 4 pixels 6.
 */
const BLURRED_BELOW = 0.42;

/**
 * Print on plain paper: most of the picture has one tone, and the rest is finer than footage is. Of eight drawn cards of text seven are told (tone
 * 0.75 to 0.94, sharpness 1.25 to 1.97; not the one whose lines fill the picture); no clip has both. The nearest, a street from above, has
 * 0.80 and 1.11.
 */
const TEXT_ONLY = { plainShare: 0.7, sharpness: 1.2 };

/**
 * Share of still steps from which on only stills are shown. Three stills in six seconds, of 27 clips, have 0.91 and more; the stillest of the
 * clips, a road on which nothing comes for a while, 0.58. Stills that change twice a second, or that the camera moves over, are not told.
 */
const STILLS_FROM = 0.8;

/**
 * What can be noted of a creative's design from what is kept of it anyway, on the part of the picture that decides. It says nothing of
 * stretching: slopes across against slopes down would have to tell it, and lie between 0.4 and 2.5 for clips that are not stretched, as
 * far apart as a stretch to twice the width moves them. `isStretched` takes it from a pair.
 */
export function noteDesign(fingerprint: Fingerprint): DesignNote[] {
  const { samples, layout, kind } = fingerprint;
  const structures = samples.map(({ picture }) => measureStructure(picture, layout.content));
  const sharpness = median(structures.flatMap((each) => each.sharpness ?? []));
  const plainShare = median(structures.map((each) => each.plainShare)) ?? 0;
  const isText =
    sharpness !== undefined && plainShare >= TEXT_ONLY.plainShare && sharpness >= TEXT_ONLY.sharpness;
  const notes: DesignNote[] = [];
  if (sharpness !== undefined && sharpness < BLURRED_BELOW) notes.push("blurred");
  if (isText) notes.push("text-only");
  if (kind === "video" && (stillShare(fingerprint) ?? 0) >= STILLS_FROM) notes.push("stills-only");
  return notes;
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((p, q) => p - q)[Math.floor(values.length / 2)];
}
