import type { ErrorCode } from "../errors.js";
import type { ImageFacts } from "./decode-image.js";
import type { AnalysisPlan, DecodedFrame } from "./decoded-media.js";

/** What an image process is asked: one image at a time. */
export interface ImageRequest {
  /** Absolute. */
  readonly path: string;
  readonly plan: AnalysisPlan;
}

/** How reading an image ended. */
export type ImageEnding =
  /** See `decodeImage` for what undefined means. */
  | { readonly type: "read"; readonly facts: ImageFacts | undefined }
  | { readonly type: "failed"; readonly code: ErrorCode; readonly detail: string | undefined };

/** What an image process answers: frames, then once how it ended. */
export type ImageReply = { readonly type: "frame"; readonly frame: DecodedFrame } | ImageEnding;
