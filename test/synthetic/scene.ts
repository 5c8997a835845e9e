import type { Clip } from "./clip.js";
import { ground, VERTICAL } from "./footage.js";
import { noise, texture } from "./noise.js";

/** Somebody filmed talking in a place that holds still. */
export interface Scene {
  /** The place; undefined is a plain wall. */
  readonly room?: number;
  /** Looks: face, clothes, build. */
  readonly person: number;
  /** How they move: the same person again is another take. */
  readonly take: number;
  /** Half the width of their shoulders, share of the picture's width: from far off to close. */
  readonly shoulders?: number;
  readonly seconds?: number;
  readonly aspect?: number;
}

const WALL_LUMA = 205;

/** A figure, head and shoulders with a waving hand, before a background at rest. */
export function scene({ room, person, take, shoulders = 0.3, seconds = 6, aspect = VERTICAL }: Scene): Clip {
  const back = room === undefined ? () => WALL_LUMA : ground(7000 + room);
  const skin = ground(8000 + person);
  const build = 0.85 + 0.4 * noise(person, 1);
  const chin = 0.53;
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
      const inHand = Math.hypot(x - 0.5 - handX(t), (y - 0.63 - handY(t)) / aspect) < 0.27 * shoulders;
      if (inHand) return 232;
      const inHead = Math.hypot(dx / build, (dy - chin + 0.6 * shoulders) / 1.2 / aspect) < 0.5 * shoulders;
      const inBody = Math.hypot(dx / build / shoulders, (dy - 1.05) / (1.05 - chin)) < 1;
      return inHead || inBody ? 0.9 * skin(dx, dy) - 12 : back(x, y);
    },
  };
}

/** A movement that never repeats, of about `reach`: slow shifts of weight with quicker ones on top. */
function swing(take: number, limb: number, reach: number): (t: number) => number {
  const path = texture(100 * take + limb);
  return (t) => reach * (0.7 * path(1.1 * t, 0) + 0.45 * path(2.7 * t, 30));
}
