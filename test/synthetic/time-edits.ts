import type { Clip } from "./clip.js";

/** A part of a clip, seconds, end exclusive. */
export function cut(clip: Clip, from: number, to: number = clip.seconds): Clip {
  return { ...clip, seconds: to - from, lumaAt: (x, y, t) => clip.lumaAt(x, y, t + from) };
}

/** One clip after the other; all have the shape of the first. */
export function joined(...clips: readonly Clip[]): Clip {
  const seconds = clips.reduce((sum, clip) => sum + clip.seconds, 0);
  return {
    ...clips[0]!,
    seconds,
    lumaAt: (x, y, t) => {
      let from = 0;
      for (const clip of clips) {
        if (t < from + clip.seconds || clip === clips.at(-1)) return clip.lumaAt(x, y, t - from);
        from += clip.seconds;
      }
      return 0;
    },
  };
}

/** Played `speed` times as fast. */
export function sped(clip: Clip, speed: number): Clip {
  return { ...clip, seconds: clip.seconds / speed, lumaAt: (x, y, t) => clip.lumaAt(x, y, t * speed) };
}
