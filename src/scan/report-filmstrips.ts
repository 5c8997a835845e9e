import { resolve } from "node:path";
import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Library } from "../library/library.js";
import type { Filmstrip } from "../picture/filmstrip.js";
import { planFilmstrips } from "../report/html/picture-plan.js";
import type { ScanReport } from "../report/scan-report.js";
import { cacheFolder } from "./cache-folder.js";
import type { IdentifiedFile } from "./identity.js";
import { storedId } from "./library-matches.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanRun } from "./scan-run.js";
import { type PicturedCreative, takeFilmstrips } from "./take-filmstrips.js";

/** What a run has looked at. */
export interface LookedAt {
  readonly files: readonly IdentifiedFile[];
  readonly read: readonly FingerprintedCreative[];
  /** The library the files were compared with; undefined where there was none. */
  readonly library: Library | undefined;
}

/** The filmstrips an HTML report of this run wants, by id. Throws the signal's reason. */
export async function takeReportFilmstrips(
  report: ScanReport,
  { files, read, library }: LookedAt,
  run: ScanRun,
): Promise<Map<string, Filmstrip>> {
  const plans = planFilmstrips(report);
  const paths = new Map(files.map(({ identity, absolutePath }) => [identity.id, absolutePath]));
  const encoded = new Map(read.map((one) => [one.creative.id, one.encoded]));
  const wanted = report.creatives.flatMap((creative): PicturedCreative[] => {
    const plan = plans.get(creative.id);
    if (plan === undefined || creative.status === "failed") return [];
    const { id, fileDigest, width, height } = creative;
    const path = paths.get(id);
    const bytes = encoded.get(id);
    return [
      {
        ...{ id, plan, fileDigest, width, height },
        // A library's creative is known by the path it was added under, relative to where the command runs.
        path: path ?? resolve(creative.path),
        uncertain: path === undefined,
        fingerprint: async () =>
          bytes ? decodeFingerprint(bytes) : await library?.fingerprint(storedId(creative)),
      },
    ];
  });
  const total = wanted.length;
  const tell = (done: number): void => run.send({ type: "picturing", done, total });
  tell(0);
  return await takeFilmstrips(wanted, {
    cacheFolder: run.options.cacheFolder ?? cacheFolder(),
    jobs: run.jobs,
    signal: run.signal,
    onTaken: tell,
  });
}
