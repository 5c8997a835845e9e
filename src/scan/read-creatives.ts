import PQueue from "p-queue";
import { SamecutError } from "../errors.js";
import type { CreativeFacts } from "../matching/description.js";
import { creativeName } from "../report/creative-name.js";
import { reportError } from "../report/report-error.js";
import type { CreativeIdentity, FailedCreative, ReadCreative } from "../report/scan-report.js";
import { FileReader } from "./file-reader.js";
import type { IdentifiedFile } from "./identity.js";
import type { ScanRun } from "./scan-run.js";

/** A creative that was read, with what the comparison needs of it. */
export interface FingerprintedCreative extends Pick<IdentifiedFile, "idFrom" | "absolutePath"> {
  readonly creative: ReadCreative;
  /** See `encodeFingerprint`. */
  readonly encoded: Uint8Array;
}

/** What came of the files of a scan. */
export interface Readings {
  readonly read: FingerprintedCreative[];
  readonly failed: FailedCreative[];
}

/** Fingerprints files side by side. A file that fails is reported and costs itself only. Throws the signal's reason. */
export async function readCreatives(files: readonly IdentifiedFile[], run: ScanRun): Promise<Readings> {
  const { cache, jobs, signal, send } = run;
  const reader = new FileReader(cache);
  const readings: Readings = { read: [], failed: [] };
  const queue = new PQueue({ concurrency: jobs });

  const readOne = async ({ absolutePath, idFrom, identity }: IdentifiedFile): Promise<void> => {
    signal.throwIfAborted();
    try {
      const { facts, encoded, cached } = await reader.read(absolutePath, signal);
      const creative = describeCreative(identity, facts);
      readings.read.push({ creative, encoded, idFrom, absolutePath });
      send({ type: cached ? "cached" : "fingerprinted", creative });
      if (facts.incomplete !== undefined) {
        const warning = reportError(new SamecutError("MEDIA_INCOMPLETE", { detail: facts.incomplete }));
        run.warn({ ...warning, path: creativeName(creative) });
      }
    } catch (error) {
      signal.throwIfAborted();
      const creative: FailedCreative = {
        ...identity,
        status: "failed",
        error: reportError(asSamecutError(error)),
      };
      readings.failed.push(creative);
      send({ type: "failed", creative });
    }
  };
  // All of them: after an abort nobody may be left writing to the cache. The queue is not told, for it would wait for none.
  await Promise.allSettled(files.map((file) => queue.add(() => readOne(file))));
  signal.throwIfAborted();
  return readings;
}

/** A fingerprinted creative as it stands in a report. */
export function describeCreative(identity: CreativeIdentity, facts: CreativeFacts): ReadCreative {
  const { kind, durationSeconds, width, height, layout, digests, designNotes = [] } = facts;
  return {
    ...identity,
    status: "ok",
    kind,
    durationSeconds,
    width,
    height,
    layout: layout.kind,
    fileDigest: digests.file,
    ...(digests.video === undefined ? {} : { videoDigest: digests.video }),
    ...(digests.audio === undefined ? {} : { audioDigest: digests.audio }),
    ...(designNotes.length === 0 ? {} : { designNotes }),
  };
}

function asSamecutError(error: unknown): SamecutError {
  if (error instanceof SamecutError) return error;
  return new SamecutError("UNEXPECTED", {
    detail: error instanceof Error ? error.message : String(error),
    cause: error,
  });
}
