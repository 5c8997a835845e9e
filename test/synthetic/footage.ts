import type { Clip } from "./clip.js";
import { noise, texture } from "./noise.js";

/** How a made-up video is shot. */
export interface Shooting {
  readonly seconds?: number;
  readonly aspect?: number;
  /** Length of a shot; each shows another place. */
  readonly shotSeconds?: number;
}

/** Upright, as most ads are. */
export const VERTICAL = 9 / 16;

const TAU = 2 * Math.PI;

/** Footage of its own for each seed: a camera that drifts over textured ground, three things moving in front, a cut now and then. */
export function footage(
  seed: number,
  { seconds = 6, aspect = VERTICAL, shotSeconds = 2.75 }: Shooting = {},
): Clip {
  const shots = Array.from({ length: Math.ceil(seconds / shotSeconds) + 1 }, (_, n) =>
    shot(seed * 64 + n, aspect),
  );
  return {
    aspect,
    seconds,
    lumaAt: (x, y, t) =>
      shots[Math.max(0, Math.min(shots.length - 1, Math.floor(t / shotSeconds)))]!(x, y, t),
  };
}

/** Textured ground of one seed, at rest: broad patches and finer grain, luma 40 to 216. */
export function ground(seed: number): (x: number, y: number) => number {
  const broad = texture(seed);
  const fine = texture(seed + 1_000_003);
  return (x, y) => 128 + 52 * broad(5 * x, 5 * y) + 36 * fine(13 * x + 7, 13 * y + 7);
}

/** One shot; x and y are scaled so that the shorter side is 1. */
function shot(seed: number, aspect: number): Clip["lumaAt"] {
  const paint = ground(seed);
  const drift = { x: 0.08 * (noise(seed, 1) - 0.5), y: 0.08 * (noise(seed, 2) - 0.5) };
  const things = [10, 20, 30].map((n) => ({
    x: 0.2 + 0.6 * noise(seed, n),
    y: 0.2 + 0.6 * noise(seed, n + 1),
    reach: 0.12 + 0.15 * noise(seed, n + 2),
    turnsPerSecond: 0.15 + 0.35 * noise(seed, n + 3),
    phase: noise(seed, n + 4),
    size: 0.09 + 0.08 * noise(seed, n + 5),
    level: noise(seed, n + 6) < 0.5 ? 25 : 235,
    round: noise(seed, n + 7) < 0.5,
  }));
  const sideX = Math.max(1, aspect);
  const sideY = Math.max(1, 1 / aspect);
  return (shareX, shareY, t) => {
    for (const { x, y, reach, turnsPerSecond, phase, size, level, round } of things) {
      const angle = TAU * (turnsPerSecond * t + phase);
      const dx = Math.abs(shareX - x - reach * Math.cos(angle)) * sideX;
      const dy = Math.abs(shareY - y - reach * Math.sin(1.3 * angle)) * sideY;
      if (round ? dx * dx + dy * dy < size * size : Math.max(dx, dy) < size) return level;
    }
    return paint(shareX * sideX + drift.x * t, shareY * sideY + drift.y * t);
  };
}
