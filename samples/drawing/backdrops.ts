import type { Random } from "../random.js";
import { box, colour, type Drawing, drawing } from "./drawing.js";
import { textLine, textWidth } from "./glyphs.js";

/** A full picture of coloured shapes, used behind a picture that does not fill the frame. */
export function backdrop(random: Random, width: number, height: number): Drawing {
  const hue = random.integer(0, 359);
  const shapes = Array.from({ length: 14 }, () => {
    const size = random.number(0.08, 0.3) * Math.max(width, height);
    const fill = colour((hue + random.integer(-40, 400)) % 360, 60, random.integer(30, 75));
    const [x, y] = [random.number(-0.1, 0.95) * width, random.number(-0.1, 0.95) * height];
    return random.integer(0, 1) === 0
      ? box(Math.round(x), Math.round(y), Math.round(size), Math.round(size * 0.7), fill, size * 0.1)
      : `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${Math.round(size / 2)}" fill="${fill}"/>`;
  });
  return drawing(width, height, [...gradient(hue, width, height), ...shapes]);
}

/**
 * The fixed part of a three-band layout: a headline band above and an offer band below the gap
 * `[gapTop, gapTop + gapHeight)`, in which the video will be placed. All in pixels.
 */
export function bandTemplate(
  random: Random,
  width: number,
  height: number,
  gapTop: number,
  gapHeight: number,
): Drawing {
  const hue = random.integer(0, 359);
  const below = gapTop + gapHeight;
  const dots = Array.from({ length: 10 }, () => {
    const inTop = random.integer(0, 1) === 0;
    const y = inTop ? random.number(0, gapTop) : random.number(below, height);
    return `<circle cx="${random.integer(0, width)}" cy="${y.toFixed(0)}" r="${random.integer(6, 30)}" fill="${colour((hue + 30) % 360, 70, 62)}" opacity="0.6"/>`;
  });
  const line = (y: number, size: number, fill: string): string => {
    const count = random.integer(
      5,
      Math.max(5, Math.min(11, Math.floor((width * 0.92) / textWidth(1, size)))),
    );
    return textLine(random, count, (width - textWidth(count, size)) / 2, y, {
      sizePixels: size,
      fill,
      weight: 0.11,
    });
  };
  const [topSize, lowSize] = [
    Math.min(gapTop * 0.34, width * 0.13),
    Math.min((height - below) * 0.26, width * 0.1),
  ];
  return drawing(width, height, [
    ...gradient(hue, width, height),
    ...dots,
    line(gapTop * 0.14, topSize, "#ffffff"),
    line(gapTop * 0.6, topSize * 0.7, "#ffe14d"),
    line(below + (height - below) * 0.14, lowSize, "#ffffff"),
    box(width * 0.25, below + (height - below) * 0.58, width * 0.5, (height - below) * 0.28, "#ff4d2e", 12),
    line(below + (height - below) * 0.64, lowSize * 0.55, "#ffffff"),
  ]);
}

/** The card many ads close with: brand colour, mark, two lines and a button. */
export function endCard(random: Random, width: number, height: number): Drawing {
  const hue = random.integer(0, 359);
  const short = Math.min(width, height);
  const size = short * 0.1;
  const line = (y: number, scale: number): string => {
    const count = random.integer(4, 7);
    const pixels = size * scale;
    return textLine(random, count, (width - textWidth(count, pixels)) / 2, y, {
      sizePixels: pixels,
      fill: "#ffffff",
      weight: 0.12,
    });
  };
  return drawing(width, height, [
    ...gradient(hue, width, height),
    `<circle cx="${width / 2}" cy="${height * 0.3}" r="${short * 0.17}" fill="#ffffff"/>`,
    textLine(random, 1, width / 2 - size * 0.9, height * 0.3 - size * 0.9, {
      sizePixels: size * 1.8,
      fill: colour(hue, 80, 40),
      weight: 0.12,
    }),
    line(height * 0.53, 1),
    line(height * 0.66, 0.7),
    box(width / 2 - short * 0.25, height * 0.78, short * 0.5, short * 0.13, "#ffd23f", short * 0.06),
  ]);
}

function gradient(hue: number, width: number, height: number): string[] {
  const stop = (offset: number, lightness: number): string =>
    `<stop offset="${offset}" stop-color="${colour((hue + offset * 40) % 360, 65, lightness)}"/>`;
  return [
    `<defs><linearGradient id="g" x1="0" y1="0" x2="0.4" y2="1">${stop(0, 52)}${stop(1, 28)}</linearGradient></defs>`,
    box(0, 0, width, height, "url(#g)"),
  ];
}
