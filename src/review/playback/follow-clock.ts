/** How far a video may be from where it should be before it is moved there, seconds: a few frames. */
const DRIFT_SECONDS = 0.1;

/** Near its end a video may say that it has nothing more to show, seconds. */
const END_SECONDS = 0.3;

/** True when a video can go on at once: it need not be waited for. */
export function canGoOn(video: HTMLVideoElement): boolean {
  if (video.error !== null || video.ended || video.duration - video.currentTime < END_SECONDS) return true;
  return !video.seeking && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
}

/** Keeps a video where a clock says, playing while the clock runs and pausing outside of its own time. */
export function follow(
  video: HTMLVideoElement,
  { time, rate, running }: { readonly time: number; readonly rate: number; readonly running: boolean },
): void {
  const inside = time >= 0 && time < video.duration;
  if (!running || !inside) {
    if (!video.paused) video.pause();
    if (!inside) place(video, time);
    return;
  }
  video.playbackRate = rate;
  if (Math.abs(video.currentTime - time) > DRIFT_SECONDS) place(video, time);
  // Rejected where a pause comes before it has begun, which is what was wanted then.
  if (video.paused) video.play().catch(() => undefined);
}

/** Moves a video to a time, or to the nearest it has; one whose length is not known yet begins there once it is. */
export function place(video: HTMLVideoElement, time: number): void {
  const end = Number.isNaN(video.duration) ? Number.POSITIVE_INFINITY : video.duration;
  const nearest = Math.max(0, Math.min(time, end));
  if (Math.abs(video.currentTime - nearest) > 0.01) video.currentTime = nearest;
}
