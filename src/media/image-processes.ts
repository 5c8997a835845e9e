import { SamecutError } from "../errors.js";
import { type ImageListening, ImageProcess } from "./image-process.js";
import type { ImageEnding, ImageQuestion } from "./image-protocol.js";
import type { MediaFile } from "./media-file.js";
import { findImageSandbox } from "./sandbox/find-image-sandbox.js";
import type { Sandbox } from "./sandbox/sandbox.js";

/** How long a process without work is kept, milliseconds; starting one takes some 200. */
const IDLE_MILLISECONDS = 5_000;

/** Processes without work, each with the timer that lets it go. */
const idle = new Map<ImageProcess, NodeJS.Timeout>();

/** Everything but a failure. */
export type ImageSuccess = Exclude<ImageEnding, { readonly type: "failed" }>;

/**
 * Has another process open an image: whatever a hostile picture does to the decoder, it costs that picture and not the process
 * that asked. How many there are at a time is up to the callers.
 *
 * @throws SamecutError what the decoder and `ImageProcess.read` throw, SANDBOX_UNAVAILABLE, SETTING_INVALID; the signal's reason when it
 * is aborted; what `onFrame` throws
 */
export async function askImageProcess(
  file: MediaFile,
  question: ImageQuestion,
  listening: ImageListening,
): Promise<ImageSuccess> {
  const { signal } = listening;
  signal.throwIfAborted();
  const sandbox = await findImageSandbox();
  signal.throwIfAborted();
  const process = takeIdle(sandbox) ?? new ImageProcess(sandbox);
  try {
    const ending = await process.read(file, question, listening);
    if (ending.type !== "failed") return ending;
    throw new SamecutError(ending.code, ending.detail === undefined ? {} : { detail: ending.detail });
  } catch (error) {
    if (!(error instanceof SamecutError) || signal.aborted) throw error;
    const { code, detail, cause } = error;
    throw new SamecutError(code, { path: file.reportedPath, ...(detail !== undefined && { detail }), cause });
  } finally {
    if (process.usable) rest(process);
  }
}

function takeIdle(sandbox: Sandbox): ImageProcess | undefined {
  for (const [reader, timer] of idle) {
    if (reader.sandbox !== sandbox) continue;
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
