import type { Drawing } from "../drawing/drawing.js";

/** Frames a second of all scenes: enough for the motion they show, and half the rendering of 30. */
export const SCENE_FRAMES_PER_SECOND = 15;

/** The two shapes scenes come in, pixels. */
export const UPRIGHT = { width: 360, height: 640 } as const;
export const WIDE = { width: 640, height: 360 } as const;

/** One of our own moving pictures: a detailed backdrop drawn once, and what moves in front of it. */
export interface Scene {
  /** Lower-case words joined by hyphens; also the file name. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** At least as large as the frame. */
  readonly backdrop: Drawing;
  /** Where the frame's top left corner lies on the backdrop at a time, pixels; absent means it stays at the corner. */
  readonly view?: (timeSeconds: number) => { readonly x: number; readonly y: number };
  /** SVG elements over the backdrop at a time, in pixels of the frame. */
  readonly actors: (timeSeconds: number) => readonly string[];
}

/** A smooth to and fro around 0: `amount` at most, `period` seconds long, beginning at `phase` periods. */
export function sway(timeSeconds: number, amount: number, period: number, phase = 0): number {
  return amount * Math.sin(2 * Math.PI * (timeSeconds / period + phase));
}

/** SVG elements moved, turned (degrees about the origin they were drawn around) and scaled. */
export function placed(
  elements: readonly string[],
  x: number,
  y: number,
  angleDegrees = 0,
  scale = 1,
): string {
  const turn = angleDegrees === 0 ? "" : ` rotate(${angleDegrees.toFixed(2)})`;
  const size = scale === 1 ? "" : ` scale(${scale.toFixed(4)})`;
  return `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)})${turn}${size}">${elements.join("")}</g>`;
}
