import type { Shown } from "./step-clock.js";

/** How far a video may be from where it should be before it is moved there, seconds: a few frames. */
const DRIFT_SECONDS = 0.1;

/**
 * How far before it is hurried or held up, seconds: a frame. Without this each of two videos may stay 0.1 s off on its side for as long as
 * it plays: on a busy machine they were 0.11 s apart in the middle of 4 s.
 */
const LAG_SECONDS = 0.03;

/** How much faster or slower it plays meanwhile: a tenth of a second is made up for in two, and no ear tells. */
const HURRY = 0.05;

/** Near its end a video may say that it has nothing more to show, seconds. */
const END_SECONDS = 0.3;

/** True when a video can go on at once: it need not be waited for. */
export function canGoOn(video: HTMLVideoElement): boolean {
  if (video.error !== null || video.ended || video.duration - video.currentTime < END_SECONDS) return true;
  return !video.seeking && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
}

/** Keeps a video where a clock says, playing while the clock runs and pausing where the video waits for the other one. */
export function follow(
  video: HTMLVideoElement,
  { seconds, rate, running }: Shown & { readonly running: boolean },
): void {
  const waits = rate === 0 || seconds >= video.duration;
  if (!running || waits) {
    if (!video.paused) video.pause();
    if (waits) place(video, seconds);
    return;
  }
  const behind = seconds - video.currentTime;
  if (Math.abs(behind) > DRIFT_SECONDS) place(video, seconds);
  const hurry = Math.abs(behind) > LAG_SECONDS ? Math.sign(behind) * HURRY : 0;
  video.playbackRate = rate * (1 + hurry);
  // Rejected where a pause comes before it has begun, which is what was wanted then.
  if (video.paused) video.play().catch(() => undefined);
}

/** Moves a video to a time, or to the nearest it has; one whose length is not known yet begins there once it is. */
export function place(video: HTMLVideoElement, time: number): void {
  const end = Number.isNaN(video.duration) ? Number.POSITIVE_INFINITY : video.duration;
  const nearest = Math.max(0, Math.min(time, end));
  if (Math.abs(video.currentTime - nearest) > 0.01) video.currentTime = nearest;
}
