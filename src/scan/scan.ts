import { availableParallelism } from "node:os";
import { SamecutError } from "../errors.js";
import { FINGERPRINT_VERSION } from "../fingerprint/codec.js";
import { locateFfmpeg } from "../media/ffmpeg-binary.js";
import { reportError } from "../report/report-error.js";
import type { ReportedCreative, ReportedPair, ReportedWarning, ScanReport } from "../report/scan-report.js";
import { DESCRIPTOR_VERSION } from "../signature/descriptors.js";
import { AllowedPairs } from "./allowed-pairs.js";
import { buildReport } from "./build-report.js";
import { cacheFolder } from "./cache-folder.js";
import { compareCreatives } from "./compare-creatives.js";
import { discover } from "./discovery.js";
import { EventChannel } from "./event-channel.js";
import { FileReader } from "./file-reader.js";
import { type IdentifiedFile, identify } from "./identity.js";
import { listPair } from "./listing.js";
import { readManifest } from "./manifest.js";
import { byPublication } from "./publication-order.js";
import { readCreatives } from "./read-creatives.js";
import { ScanCache } from "./scan-cache.js";
import type { ScanEvent } from "./scan-event.js";
import type { ScanOptions } from "./scan-options.js";
import { drawSample, uploadedSince } from "./selection.js";
import { TOOL_VERSION } from "./tool-version.js";

/** Changes whenever the same files may be judged otherwise; what the cache has under another version is not used. */
const JUDGEMENT_VERSION = `${TOOL_VERSION}/${FINGERPRINT_VERSION}/${DESCRIPTOR_VERSION}`;

/**
 * Looks through folders of creatives and finds those that are near-duplicates of each other. Yields events while it
 * works, the last one `done` with the report. The report depends on the files, their paths and the options only (and
 * `elapsedSeconds` on the clock): neither on `jobs`, nor on what the cache held, nor on earlier runs that were killed.
 * Leaving the loop early stops the scan.
 *
 * @param folders folders, or single files
 * @throws SamecutError FILE_NOT_FOUND for a folder that is not there, FILES_NOT_FOUND, FFMPEG_MISSING,
 * MANIFEST_INVALID; the signal's reason when it is aborted
 */
export async function* scan(folders: readonly string[], options: ScanOptions = {}): AsyncGenerator<ScanEvent, void, void> {
  const channel = new EventChannel<ScanEvent>();
  const left = new AbortController();
  const signal = options.signal === undefined ? left.signal : AbortSignal.any([options.signal, left.signal]);
  const run = runScan(folders, options, signal, (event) => channel.send(event)).then(
    () => channel.end(),
    (error: unknown) => channel.fail(error),
  );
  try {
    yield* channel.read();
  } finally {
    left.abort();
    await run;
  }
}

async function runScan(
  folders: readonly string[],
  options: ScanOptions,
  signal: AbortSignal,
  send: (event: ScanEvent) => void,
): Promise<void> {
  const startedAt = performance.now();
  signal.throwIfAborted();
  const jobs = options.jobs ?? availableParallelism();
  const warnings: ReportedWarning[] = [];
  const warn = (warning: ReportedWarning): void => {
    warnings.push(warning);
    send({ type: "warning", warning });
  };

  const ffmpeg = await locateFfmpeg();
  const allowedPairs = await AllowedPairs.load();
  const files = await selectFiles(folders, options, signal, warn);
  send({ type: "found", total: files.length });

  using cache = ScanCache.open(
    options.cacheFolder ?? cacheFolder(),
    { verdictVersion: JUDGEMENT_VERSION, decoderVersion: ffmpeg.version },
    warn,
  );
  const { read, failed } = await readCreatives(files, new FileReader(cache), { jobs, signal, send });
  read.sort((a, b) => byPublication(a.creative, b.creative));

  const pairs: ReportedPair[] = [];
  let allowed = 0;
  await compareCreatives(read, {
    cache,
    jobs,
    signal,
    send,
    version: JUDGEMENT_VERSION,
    onVerdict: ({ a, b, verdict }) => {
      const pair = listPair(a.creative.id, b.creative.id, verdict, options.threshold);
      if (pair === undefined) return;
      if (allowedPairs.has(a.creative.fileDigest, b.creative.fileDigest)) {
        allowed++;
        return;
      }
      pairs.push(pair);
      send({ type: "pair", pair });
    },
  });

  const creatives: ReportedCreative[] = [...read.map(({ creative }) => creative), ...failed];
  const elapsedSeconds = (performance.now() - startedAt) / 1000;
  const report = buildReport({ tool: toolFacts(ffmpeg.version, options), creatives, pairs, warnings, allowed, elapsedSeconds });
  send({ type: "done", report });
}

/** The files that are to be looked at, by folder walk, manifest, date and lot. */
async function selectFiles(
  folders: readonly string[],
  options: ScanOptions,
  signal: AbortSignal,
  warn: (warning: ReportedWarning) => void,
): Promise<IdentifiedFile[]> {
  const { files: found, problems } = await discover(folders, signal);
  for (const problem of problems) warn(warningOf(problem));
  if (found.length === 0) throw new SamecutError("FILES_NOT_FOUND", { path: folders.join(", ") });

  const manifest = options.manifest === undefined ? undefined : await readManifest(options.manifest);
  let files = identify(found, folders, manifest);
  for (const { path } of manifest?.unused() ?? []) warn(warningOf(new SamecutError("MANIFEST_FILE_MISSING", { path })));
  if (options.since !== undefined) files = uploadedSince(files, options.since);
  if (options.sample !== undefined) files = drawSample(files, options.sample);
  return files.sort((a, b) => byPublication(a.identity, b.identity));
}

function toolFacts(ffmpeg: string, { threshold, since, sample }: ScanOptions): ScanReport["tool"] {
  return {
    version: TOOL_VERSION,
    ffmpeg,
    settings: {
      ...(threshold === undefined ? {} : { threshold }),
      ...(since === undefined ? {} : { since: since.toISOString() }),
      ...(sample === undefined ? {} : { sampleShare: sample.share, sampleSeed: sample.seed ?? 1 }),
    },
  };
}

function warningOf(error: SamecutError): ReportedWarning {
  return { ...reportError(error), ...(error.path === undefined ? {} : { path: error.path }) };
}
