import type { ImageFacts } from "./decode-image.js";
import type { VideoRequest } from "./decode-pass.js";
import { askImageProcess } from "./image-processes.js";

/** The image to read and how. */
export type ImageFileRequest = Omit<VideoRequest, "demuxer">;

/**
 * Reads an image, as ffmpeg reads a video, in another process.
 *
 * @returns what `decodeImage` returns
 * @throws what `askImageProcess` throws
 */
export async function readImage(request: ImageFileRequest): Promise<ImageFacts | undefined> {
  const { file, plan, limits, signal, onFrame } = request;
  const ending = await askImageProcess(file, { type: "read", plan }, { limits, signal, onFrame });
  return ending.type === "read" ? ending.facts : undefined;
}
