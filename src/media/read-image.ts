import { SamecutError } from "../errors.js";
import type { ImageFacts } from "./decode-image.js";
import type { VideoRequest } from "./decode-pass.js";
import { ImageProcess } from "./image-process.js";

/** The image to read and how. */
export type ImageReading = Omit<VideoRequest, "demuxer">;

/** How long a process without work is kept, milliseconds; starting one takes some 200. */
const IDLE_MILLISECONDS = 5_000;

/** Processes without work, each with the timer that lets it go. */
const idle = new Map<ImageProcess, NodeJS.Timeout>();

/**
 * Reads an image, as ffmpeg reads a video, in another process: whatever a hostile picture does to the decoder, it costs that
 * picture and not the process that asked. How many there are at a time is up to the callers.
 *
 * @returns what `decodeImage` returns
 * @throws SamecutError what `decodeImage` throws, DECODER_CRASHED, DECODER_TIMED_OUT; the signal's reason when it is
 * aborted; what `onFrame` throws
 */
export async function readImage(reading: ImageReading): Promise<ImageFacts | undefined> {
  const { file, plan, limits, signal, onFrame } = reading;
  signal.throwIfAborted();
  const reader = takeIdle() ?? new ImageProcess();
  try {
    const asked = { path: file.absolutePath, plan };
    const ending = await reader.read(asked, { ...limits, signal, onFrame });
    if (ending.type === "read") return ending.facts;
    throw new SamecutError(ending.code, ending.detail === undefined ? {} : { detail: ending.detail });
  } catch (error) {
    if (!(error instanceof SamecutError) || signal.aborted) throw error;
    const { code, detail, cause } = error;
    throw new SamecutError(code, { path: file.reportedPath, ...(detail !== undefined && { detail }), cause });
  } finally {
    if (reader.usable) rest(reader);
  }
}

function takeIdle(): ImageProcess | undefined {
  for (const [reader, timer] of idle) {
    clearTimeout(timer);
    idle.delete(reader);
    if (reader.usable) return reader;
  }
  return undefined;
}

function rest(reader: ImageProcess): void {
  const letGo = (): void => {
    idle.delete(reader);
    reader.end();
  };
  idle.set(reader, setTimeout(letGo, IDLE_MILLISECONDS).unref());
}
