import type { RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { canGoOn, follow, place } from "./follow-clock.js";
import { SIDES, type Side, type StepClock } from "./step-clock.js";

/** Two videos on one clock. */
export interface StepPlayback {
  readonly playing: boolean;
  /** On the clock. */
  readonly seconds: number;
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
  /** Moves videos that have come to where the clock stands. */
  readonly settle: () => void;
}

/** Plays the videos of both sides in step; where one has to be waited for, both wait. */
export function useStepPlayback(
  clock: StepClock,
  videos: Readonly<Record<Side, RefObject<HTMLVideoElement | null>>>,
): StepPlayback {
  const [playing, setPlaying] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const position = useRef(0);

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let frame = 0;
    const present = () =>
      SIDES.flatMap((side) => (videos[side].current ? [{ side, video: videos[side].current }] : []));
    const step = (now: number) => {
      const running = present().every(({ video }) => canGoOn(video));
      if (running) position.current += (now - last) / 1000;
      last = now;
      for (const { side, video } of present())
        follow(video, { ...clock.at(side, position.current), running });
      setSeconds(position.current);
      if (position.current >= clock.seconds) setPlaying(false);
      else frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame);
      for (const { video } of present()) video.pause();
    };
  }, [playing, clock, videos]);

  const settle = useCallback(() => {
    for (const side of SIDES) {
      const video = videos[side].current;
      if (video) place(video, clock.at(side, position.current).seconds);
    }
  }, [clock, videos]);
  const seek = (target: number) => {
    position.current = target;
    setSeconds(target);
    settle();
  };
  const toggle = () => {
    if (!playing && position.current >= clock.seconds) seek(0);
    setPlaying(!playing);
  };
  return { playing, seconds, toggle, seek, settle };
}
