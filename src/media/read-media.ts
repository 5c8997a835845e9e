import { SamecutError } from "../errors.js";
import { contentKind } from "./content-kind.js";
import type { AnalysisPlan, DecodedFrame, MediaFacts } from "./decoded-media.js";
import { digestFile } from "./digest-file.js";
import { earlyEnd } from "./early-end.js";
import { missingBytes } from "./iso-boxes.js";
import { confirmUnchanged, fileError, type MediaFile, openMediaFile } from "./media-file.js";
import { readImage } from "./read-image.js";
import { readVideo } from "./read-video.js";
import { runLimits } from "./run-limits.js";

/** Settings of {@link readMedia}. */
export interface ReadMediaOptions {
  readonly signal?: AbortSignal;
  /** Wall-clock seconds decoding may take; default: ten minutes, more for large files. */
  readonly timeLimitSeconds?: number;
  /** Wall-clock seconds a decoder may stay silent before it counts as hung; default 45. */
  readonly stallLimitSeconds?: number;
  /** True for a temporary copy of something else: errors then name no path. */
  readonly anonymous?: boolean;
}

type Frames = (frame: DecodedFrame) => void;

/**
 * Reads a video or an image: hands its frames to `onFrame` in order of time and returns what else the file tells.
 * The content decides what a file is, not its name. Frames handed over before a failure count for nothing.
 *
 * @throws SamecutError one of the media codes of `errors.ts`; the signal's reason when it is aborted; what `onFrame` throws
 */
export async function readMedia(
  path: string,
  plan: AnalysisPlan,
  onFrame: Frames,
  options: ReadMediaOptions = {},
): Promise<MediaFacts> {
  options.signal?.throwIfAborted();
  const file = await openMediaFile(path, options);
  // Digest and decoding run side by side; the first to fail ends the other.
  const both = new AbortController();
  const abort = (): void => both.abort(options.signal?.reason);
  options.signal?.addEventListener("abort", abort, { once: true });
  try {
    const tasks = [
      digestFile(file.absolutePath, both),
      decode(file, plan, onFrame, both.signal, options),
    ] as const;
    for (const task of tasks) task.catch(() => both.abort());
    const settled = await Promise.allSettled(tasks);
    options.signal?.throwIfAborted();
    // A file that is still being written fails in many ways; that it changed is the reason worth telling.
    await confirmUnchanged(file);
    const [fileDigest, facts] = settled;
    if (fileDigest.status === "rejected" && !isAbort(fileDigest.reason, both.signal))
      throw ofThisFile(fileDigest.reason, file);
    if (facts.status === "rejected" && !isAbort(facts.reason, both.signal)) throw facts.reason;
    if (fileDigest.status === "rejected") throw ofThisFile(fileDigest.reason, file);
    if (facts.status === "rejected") throw facts.reason;
    return { ...facts.value, fileDigest: fileDigest.value };
  } finally {
    options.signal?.removeEventListener("abort", abort);
  }
}

function isAbort(reason: unknown, signal: AbortSignal): boolean {
  return signal.aborted && reason === signal.reason;
}

async function decode(
  file: MediaFile,
  plan: AnalysisPlan,
  onFrame: Frames,
  signal: AbortSignal,
  options: ReadMediaOptions,
): Promise<Omit<MediaFacts, "fileDigest">> {
  const kind = contentKind(file.head);
  const limits = runLimits(file.sizeBytes, options);
  const video = (demuxer: string) => readVideo({ file, demuxer, plan, limits, signal, onFrame });
  switch (kind.route) {
    case "video":
      if (kind.demuxer === "mov") await confirmWhole(file);
      return { ...(await video(kind.demuxer)), ...incomplete(await earlyEnd(file, kind.demuxer)) };
    case "single-frame": {
      const { width, height } = await video(kind.demuxer);
      return { kind: "image", width, height, durationSeconds: 0 };
    }
    case "image":
      return (await readImage({ file, plan, limits, signal, onFrame })) ?? (await video("gif"));
    case "playlist":
      throw new SamecutError("PLAYLIST_REFUSED", { path: file.reportedPath, detail: kind.format });
    case "unsupported":
      throw new SamecutError("FORMAT_UNSUPPORTED", { path: file.reportedPath, detail: kind.format });
    case "unknown":
      throw new SamecutError("FORMAT_UNSUPPORTED", { path: file.reportedPath });
  }
}

async function confirmWhole(file: MediaFile): Promise<void> {
  const missing = await missingBytes(file.absolutePath, file.sizeBytes);
  if (missing > 0)
    throw new SamecutError("MEDIA_DAMAGED", {
      path: file.reportedPath,
      detail: `${missing} bytes are missing at its end`,
    });
}

function incomplete(reason: string | undefined): Pick<MediaFacts, "incomplete"> {
  return reason === undefined ? {} : { incomplete: reason };
}

/** The digest knows the file by its absolute path; errors call it what the caller does. */
function ofThisFile(error: unknown, file: MediaFile): unknown {
  return error instanceof SamecutError ? fileError(error.cause, file.reportedPath) : error;
}
