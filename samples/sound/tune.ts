import type { Random } from "../random.js";

/** ffmpeg's source for a synthesised tune: a chord that pulses on the beat. */
export function tuneSource(random: Random, seconds: number): string {
  const root = random.integer(160, 330);
  const beat = random.integer(2, 4);
  const voice = (ratio: number): string => `sin(2*PI*${(root * ratio).toFixed(1)}*t)`;
  const chord = `0.12*(${voice(1)}+${voice(1.26)}+${voice(1.5)})*exp(-3*mod(t*${beat},1))`;
  return `aevalsrc='${chord}':s=44100:d=${seconds.toFixed(3)}`;
}
