import type { ErrorCode } from "../errors.js";
import type { FrameSize } from "../picture/shrunk-size.js";
import type { ImageFacts } from "./decode-image.js";
import type { AnalysisPlan, DecodedFrame } from "./decoded-media.js";
import type { RawFrames } from "./filmstrip/strip-image.js";

/** What is asked about an image. */
export type ImageQuestion =
  | { readonly type: "read"; readonly plan: AnalysisPlan }
  /** See `pictureImage`. */
  | { readonly type: "picture"; readonly size: FrameSize; readonly timesSeconds: readonly number[] };

/** What an image process is asked, one image at a time; so many bytes follow on its stdin, for it may see no files. */
export type ImageRequest = ImageQuestion & { readonly sizeBytes: number };

/** How it ended. */
export type ImageEnding =
  /** See `pictureImage` for what undefined means. */
  | { readonly type: "pictured"; readonly pictures: RawFrames | undefined }
  /** See `decodeImage` for what undefined means. */
  | { readonly type: "read"; readonly facts: ImageFacts | undefined }
  | { readonly type: "failed"; readonly code: ErrorCode; readonly detail: string | undefined };

/** What an image process answers: frames, then once how it ended. */
export type ImageReply = { readonly type: "frame"; readonly frame: DecodedFrame } | ImageEnding;
