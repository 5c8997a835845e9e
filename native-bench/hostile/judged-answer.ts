import type { Answer } from "../serving/request.js";

/** What an answer about a hostile creative is worth. */
export type AnswerKind = "fingerprint" | "coded error" | "wrong";

/** Everything that may be wrong with a creative, by code, and a decoder that gave up on it. */
const CODES_OF_CREATIVES: ReadonlySet<string> = new Set([
  "FORMAT_UNSUPPORTED",
  "PLAYLIST_REFUSED",
  "CODEC_UNSUPPORTED",
  "VIDEO_STREAM_MISSING",
  "MEDIA_DAMAGED",
  "MEDIA_TOO_LONG",
  "PICTURE_TOO_LARGE",
  "PICTURE_TOO_SMALL",
  "FILE_EMPTY",
  "INPUT_TOO_LARGE",
  "DECODER_CRASHED",
  "DECODER_TIMED_OUT",
  "CALL_TIMED_OUT",
]);

/** A sound fingerprint's facts, or an error that says what is wrong with the creative; anything else is wrong. */
export function judgeAnswer(answer: Answer | undefined): AnswerKind {
  if (answer === undefined) return "wrong";
  if (answer.status === 200) return isSound(answer.body?.creative) ? "fingerprint" : "wrong";
  return CODES_OF_CREATIVES.has(answer.code ?? "") ? "coded error" : "wrong";
}

function isSound(creative: Readonly<Record<string, unknown>> | undefined): boolean {
  const { width, height, durationSeconds, fileDigest, kind } = creative ?? {};
  return (
    isWithin(width, 16, 65_535) &&
    isWithin(height, 16, 65_535) &&
    isWithin(durationSeconds, 0, Number.MAX_SAFE_INTEGER) &&
    (kind === "video" || kind === "image") &&
    /^sha256:[0-9a-f]{64}$/.test(String(fileDigest))
  );
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}
