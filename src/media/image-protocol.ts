import type { ErrorCode } from "../errors.js";
import type { FrameSize } from "../picture/filmstrip.js";
import type { ImageFacts } from "./decode-image.js";
import type { AnalysisPlan, DecodedFrame } from "./decoded-media.js";
import type { RawFrames } from "./filmstrip/strip-image.js";

/** What an image process is asked, one image at a time; paths are absolute. */
export type ImageRequest =
  | { readonly type: "read"; readonly path: string; readonly plan: AnalysisPlan }
  /** See `pictureImage`. */
  | {
      readonly type: "picture";
      readonly path: string;
      readonly size: FrameSize;
      readonly timesSeconds: readonly number[];
    };

/** How it ended. */
export type ImageEnding =
  /** See `pictureImage` for what undefined means. */
  | { readonly type: "pictured"; readonly pictures: RawFrames | undefined }
  /** See `decodeImage` for what undefined means. */
  | { readonly type: "read"; readonly facts: ImageFacts | undefined }
  | { readonly type: "failed"; readonly code: ErrorCode; readonly detail: string | undefined };

/** What an image process answers: frames, then once how it ended. */
export type ImageReply = { readonly type: "frame"; readonly frame: DecodedFrame } | ImageEnding;
