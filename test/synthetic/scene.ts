import type { Clip } from "./clip.js";
import { ground, VERTICAL } from "./footage.js";
import { noise } from "./noise.js";

/** Somebody filmed talking in a place that holds still. */
export interface Scene {
  /** The place; undefined is a plain wall. */
  readonly room?: number;
  /** Looks: face, clothes, build. */
  readonly person: number;
  /** How they move: the same person again is another take. */
  readonly take: number;
  readonly seconds?: number;
  readonly aspect?: number;
}

const TAU = 2 * Math.PI;
const WALL_LUMA = 205;

/** A figure, head and shoulders with a waving hand, before a background at rest. */
export function scene({ room, person, take, seconds = 6, aspect = VERTICAL }: Scene): Clip {
  const back = room === undefined ? () => WALL_LUMA : ground(7000 + room);
  const skin = ground(8000 + person);
  const build = 0.85 + 0.4 * noise(person, 1);
  const sway = swing(take, 1, 0.09);
  const nod = swing(take, 2, 0.05);
  const handX = swing(take, 3, 0.16);
  const handY = swing(take, 4, 0.14);
  return {
    aspect,
    seconds,
    lumaAt: (x, y, t) => {
      const dx = x - 0.5 - sway(t);
      const dy = y - nod(t);
      const inHand = Math.hypot(x - 0.5 - handX(t), (y - 0.62 - handY(t)) / aspect) < 0.085;
      if (inHand) return 232;
      const inHead = Math.hypot(dx / build, (dy - 0.35) / 1.2 / aspect) < 0.17;
      const inBody = Math.hypot(dx / build / 0.33, (dy - 1.05) / 0.52) < 1;
      return inHead || inBody ? 0.9 * skin(dx, dy) - 12 : back(x, y);
    },
  };
}

/** A movement without sudden turns, of at most `reach`. */
function swing(take: number, limb: number, reach: number): (t: number) => number {
  const rates = [0.21 + 0.2 * noise(take, limb, 1), 0.47 + 0.3 * noise(take, limb, 2)];
  const phases = [noise(take, limb, 3), noise(take, limb, 4)];
  return (t) =>
    reach *
    (0.6 * Math.sin(TAU * (rates[0]! * t + phases[0]!)) + 0.4 * Math.sin(TAU * (rates[1]! * t + phases[1]!)));
}
