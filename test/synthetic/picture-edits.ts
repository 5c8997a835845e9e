import type { Region } from "../../src/picture/picture.js";
import type { Clip } from "./clip.js";
import { ground } from "./footage.js";
import { noise } from "./noise.js";

/** Left becomes right. */
export function mirrored(clip: Clip): Clip {
  return { ...clip, lumaAt: (x, y, t) => clip.lumaAt(1 - x, y, t) };
}

/** Turned clockwise about the middle; corners that nothing reaches are black. */
export function turned(clip: Clip, degrees: number): Clip {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return onto(clip, (x, y) => {
    const px = (x - 0.5) * clip.aspect;
    const py = y - 0.5;
    return [(cos * px + sin * py) / clip.aspect + 0.5, cos * py - sin * px + 0.5];
  });
}

/** A quarter turn clockwise: the sides change places. */
export function quarterTurned(clip: Clip): Clip {
  return { ...clip, aspect: 1 / clip.aspect, lumaAt: (x, y, t) => clip.lumaAt(y, 1 - x, t) };
}

/** Zoomed in, cutting what no longer fits; `middle` is the place that comes to the middle. */
export function zoomed(
  clip: Clip,
  zoom: number,
  middle: { x: number; y: number } = { x: 0.5, y: 0.5 },
): Clip {
  return onto(clip, (x, y) => [(x - 0.5) / zoom + middle.x, (y - 0.5) / zoom + middle.y]);
}

/** The middle of a wide clip, as wide as it is high. */
export function cutToSquare(clip: Clip): Clip {
  return { ...clip, aspect: 1, lumaAt: (x, y, t) => clip.lumaAt((x - 0.5) / clip.aspect + 0.5, y, t) };
}

/** Contrast about mid-grey, then brightness in luma levels. */
export function relit(clip: Clip, { contrast = 1, brightness = 0 }): Clip {
  return { ...clip, lumaAt: (x, y, t) => (clip.lumaAt(x, y, t) - 128) * contrast + 128 + brightness };
}

/** Gamma: the middle tones lifted above 1, lowered below. */
export function toned(clip: Clip, gamma: number): Clip {
  return {
    ...clip,
    lumaAt: (x, y, t) => 255 * (Math.max(0, Math.min(255, clip.lumaAt(x, y, t))) / 255) ** (1 / gamma),
  };
}

/** Darkened towards the corners, to a third in them. */
export function vignetted(clip: Clip): Clip {
  return {
    ...clip,
    lumaAt: (x, y, t) => clip.lumaAt(x, y, t) * (1 - (4 / 3) * ((x - 0.5) ** 2 + (y - 0.5) ** 2)),
  };
}

/** Each place mixed with those beside it, `reach` of the picture's width away. */
export function blurred(clip: Clip, reach = 0.01): Clip {
  const steps = [-reach, 0, reach];
  return {
    ...clip,
    lumaAt: (x, y, t) => {
      const taps = steps.flatMap((dx) => steps.map((dy) => clip.lumaAt(x + dx, y + dy * clip.aspect, t)));
      return taps.reduce((sum, luma) => sum + luma, 0) / taps.length;
    },
  };
}

/** One place made unreadable. */
export function blurredIn(clip: Clip, region: Region): Clip {
  const soft = blurred(blurred(clip, 0.03), 0.02);
  return {
    ...clip,
    lumaAt: (x, y, t) => (contains(region, x, y) ? soft : clip).lumaAt(x, y, t),
  };
}

/** A pattern of its own laid over a part of the picture, all the time. */
export function overlaid(clip: Clip, region: Region, seed = 1): Clip {
  const paint = ground(9000 + seed);
  return {
    ...clip,
    lumaAt: (x, y, t) =>
      contains(region, x, y) ? 128 + 1.6 * (paint(3 * x, 3 * y) - 128) : clip.lumaAt(x, y, t),
  };
}

/** What encoding again leaves: grain of some levels. */
export function reencoded(clip: Clip, seed = 1, levels = 5): Clip {
  const grain = (x: number, y: number, t: number) =>
    noise(seed, Math.floor(x * 211), Math.floor(y * 223), Math.round(t * 1000)) - 0.5;
  return { ...clip, lumaAt: (x, y, t) => clip.lumaAt(x, y, t) + 2 * levels * grain(x, y, t) };
}

/** Whether a place lies in a region. */
export function contains(region: Region, x: number, y: number): boolean {
  return x >= region.x && x < region.x + region.width && y >= region.y && y < region.y + region.height;
}

function onto(clip: Clip, source: (x: number, y: number) => readonly [number, number]): Clip {
  return {
    ...clip,
    lumaAt: (x, y, t) => {
      const [sourceX, sourceY] = source(x, y);
      const inside = sourceX >= 0 && sourceX < 1 && sourceY >= 0 && sourceY < 1;
      return inside ? clip.lumaAt(sourceX, sourceY, t) : 0;
    },
  };
}
