import type { Random } from "../random.js";
import { sway } from "../scenes/scene.js";

/** How a portrait is held and looks at one moment. Lengths in shares of the picture's side. */
export interface Pose {
  /** What a template does to every portrait: slowly nearer and to the side. */
  readonly zoom: number;
  readonly panX: number;
  /** Downwards. */
  readonly nod: number;
  readonly tiltRadians: number;
  /** How far lips and lids have gone down. */
  readonly mouth: number;
  readonly lids: number;
}

/** Seconds that a portrait plays. */
export const PORTRAIT_SECONDS = 6;

/** Nearer by so much in all, and so far to the side: as templates move photographs. */
const CAMERA = { zoom: 0.12, panX: 0.02 } as const;

/** Somebody speaking: the camera is the same for all, head, lips and lids follow the random choices. */
export function speaking(random: Random): (timeSeconds: number) => Pose {
  const [nod, tilt, words, pauses, blinks] = Array.from({ length: 5 }, () => random.number(0, 1));
  const lively = random.number(0.8, 1.2);
  return (timeSeconds) => {
    const talks = sway(timeSeconds, 1, 4.3, pauses) > -0.7;
    return {
      zoom: 1 + (CAMERA.zoom * timeSeconds) / PORTRAIT_SECONDS,
      panX: CAMERA.panX * (timeSeconds / PORTRAIT_SECONDS - 0.5),
      nod: sway(timeSeconds, 0.018 * lively, 2.3, nod),
      tiltRadians: sway(timeSeconds, 0.07 * lively, 3.4, tilt),
      mouth: talks ? Math.abs(sway(timeSeconds, 0.02 * lively, 0.6, words)) : 0,
      lids: (timeSeconds + 3 * blinks!) % 3 < 0.16 ? 0.015 : 0,
    };
  };
}
