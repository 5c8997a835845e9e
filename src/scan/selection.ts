import { createHash } from "node:crypto";
import type { ReportedSelection } from "../report/scan-report.js";
import type { IdentifiedFile } from "./identity.js";

/** A random part of the files, the same part for the same seed. */
export interface Sampling {
  /** Above 0, up to 1. */
  readonly share: number;
  /** Any whole number; default 1. */
  readonly seed?: number;
}

/** Which files are looked at: all of them unless something is asked for. */
export interface Selection {
  readonly since?: Date | undefined;
  readonly sample?: Sampling | undefined;
}

/** Leaves out what is too old and what the lot does not fall on; tells what was chosen where anything was asked for. */
export function selectAmong(
  found: readonly IdentifiedFile[],
  { since, sample }: Selection,
): { readonly files: IdentifiedFile[]; readonly selection: ReportedSelection | undefined } {
  const recent = since === undefined ? [...found] : uploadedSince(found, since);
  const files = sample === undefined ? recent : drawSample(recent, sample);
  if (since === undefined && sample === undefined) return { files, selection: undefined };
  const undated = files.filter(({ identity }) => identity.uploadedAt === undefined).length;
  const selection: ReportedSelection = {
    found: found.length,
    olderLeftOut: found.length - recent.length,
    lookedAt: files.length,
    ...(since === undefined ? {} : { since: since.toISOString(), undated }),
    ...(sample === undefined ? {} : { sampleShare: sample.share, sampleSeed: sample.seed ?? 1 }),
  };
  return { files, selection };
}

/** Leaves out what is known to be uploaded before a moment; files without a known date stay. */
export function uploadedSince(files: readonly IdentifiedFile[], since: Date): IdentifiedFile[] {
  return files.filter(
    ({ identity: { uploadedAt } }) => uploadedAt === undefined || new Date(uploadedAt) >= since,
  );
}

/**
 * Draws a share of the files, rounded up. Each file's luck depends on its id and the seed alone: the same files are
 * drawn on every machine, and a few new files change the draw by little.
 */
export function drawSample(
  files: readonly IdentifiedFile[],
  { share, seed = 1 }: Sampling,
): IdentifiedFile[] {
  const lots = files.map((file) => ({
    file,
    lot: createHash("sha256").update(`${seed}\n${file.identity.id}`).digest("hex"),
  }));
  const drawn = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, Math.ceil(files.length * share));
  return drawn.map(({ file }) => file);
}
