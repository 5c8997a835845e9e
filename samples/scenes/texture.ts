import type { Random } from "../random.js";

/**
 * A rectangle of grain over whatever is beneath: real surfaces are never flat, and fine detail is what tells one
 * take from another. `scale` is the size of the grain in pixels, `strength` its opacity, 0 to 1.
 */
export function grain(
  random: Random,
  x: number,
  y: number,
  width: number,
  height: number,
  scale: number,
  strength: number,
): string {
  const seed = random.integer(1, 9999);
  const id = `grain${seed}`;
  const frequency = (1 / scale).toFixed(4);
  return `<filter id="${id}" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="3" seed="${seed}"/><feColorMatrix type="matrix" values="0 0 0 0 0.1  0 0 0 0 0.1  0 0 0 0 0.1  1.6 0 0 0 -0.55"/></filter><rect x="${x}" y="${y}" width="${width}" height="${height}" filter="url(#${id})" opacity="${strength}"/>`;
}

/** Long thin lines, as of wood. */
export function woodGrain(random: Random, x: number, y: number, width: number, height: number): string {
  const seed = random.integer(1, 9999);
  const id = `wood${seed}`;
  return `<filter id="${id}" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.008 0.22" numOctaves="3" seed="${seed}"/><feColorMatrix type="matrix" values="0 0 0 0 0.16  0 0 0 0 0.08  0 0 0 0 0.03  1.9 0 0 0 -0.7"/></filter><rect x="${x}" y="${y}" width="${width}" height="${height}" filter="url(#${id})" opacity="0.75"/>`;
}
