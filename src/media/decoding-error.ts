import { SamecutError } from "../errors.js";
import { classifyFailure } from "./decoder-failure.js";
import { inputName } from "./ffmpeg-arguments.js";
import type { FfmpegLog } from "./ffmpeg-log.js";
import type { FfmpegEnding } from "./ffmpeg-run.js";
import type { MediaFile } from "./media-file.js";

/** The error of a call of ffmpeg that did not give the frames it was asked for, by its log and how it ended; see `classifyFailure`. */
export function decodingError(file: MediaFile, log: FfmpegLog, ending: FfmpegEnding): SamecutError {
  const cause = ending.kind === "failed" ? ending.cause : undefined;
  // "exited with code" is said after every failure; anything else (a signal, no process at all) is the reason itself.
  const crashed = cause === undefined || /exited with code/.test(cause.message) ? undefined : cause.message;
  const { streamCount: streams } = log;
  // The same file fails in the same words wherever it lies.
  const complaints = log.complaints.map((line) => line.replaceAll(inputName(file.absolutePath), "the file"));
  const { code, detail } = classifyFailure({
    complaints,
    streams,
    ...(crashed === undefined ? {} : { crashed }),
  });
  return new SamecutError(code, { path: file.reportedPath, detail, cause });
}
