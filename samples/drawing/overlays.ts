import type { Random } from "../random.js";
import { box, colour, type Drawing, drawing } from "./drawing.js";
import { textLine, textWidth } from "./glyphs.js";

/** What a caption looks like apart from its words; two ads of one series share it. */
export interface CaptionStyle {
  readonly fill: string;
  readonly outline: string;
  /** Character height as a share of the picture's shorter side. */
  readonly size: number;
  /** Colour of a bar behind the words, where there is one. */
  readonly bar?: string;
}

/** A caption style in the manner of short-video ads: white, yellow or cyan, outlined or on a bar. */
export function captionStyle(random: Random): CaptionStyle {
  const style = {
    fill: random.pick(["#ffffff", "#ffe14d", "#5df2e6", "#ff5d7a"]),
    outline: random.pick(["#000000", "#3a1160", "#7a1020"]),
    size: random.number(0.065, 0.085),
  };
  return random.integer(0, 2) === 0 ? { ...style, bar: random.pick(["#000000b0", "#c01f2fd0"]) } : style;
}

/** One caption line, centred in a drawing that hugs it. `availableWidth` in pixels. */
export function caption(
  random: Random,
  style: CaptionStyle,
  availableWidth: number,
  shorterSide: number,
): Drawing {
  const size = style.size * shorterSide;
  const most = Math.max(3, Math.floor((availableWidth * 0.9) / textWidth(1, size)));
  const count = random.integer(Math.max(3, Math.ceil(most * 0.6)), Math.min(most, 14));
  const width = Math.ceil(textWidth(count, size) + size);
  const height = Math.ceil(size * 1.6);
  const bar = style.bar === undefined ? [] : [box(0, 0, width, height, style.bar, size * 0.2)];
  const words = textLine(random, count, size / 2, size * 0.3, {
    sizePixels: size,
    fill: style.fill,
    outline: style.outline,
  });
  return drawing(width, height, [...bar, words]);
}

/** An opaque strip with a headline, as wide as the picture. */
export function titleBar(random: Random, width: number, height: number): Drawing {
  const hue = random.integer(0, 359);
  const size = Math.min(height * 0.6, width / 9);
  const count = random.integer(5, Math.max(5, Math.min(12, Math.floor((width * 0.9) / textWidth(1, size)))));
  const words = textLine(random, count, (width - textWidth(count, size)) / 2, (height - size) / 2, {
    sizePixels: size,
    fill: "#ffffff",
    weight: 0.12,
  });
  return drawing(width, height, [box(0, 0, width, height, colour(hue, 75, 38)), words]);
}

/** A brand mark: a filled shape with one or two characters beside or in it. Size is that of the square it fits. */
export function logo(random: Random, size: number): Drawing {
  const hue = random.integer(0, 359);
  const shape = random.pick([
    `<circle cx="50" cy="50" r="46" fill="${colour(hue, 85, 50)}"/>`,
    `<rect x="5" y="5" width="90" height="90" rx="22" fill="${colour(hue, 85, 45)}"/>`,
    `<path d="M50 3L97 50L50 97L3 50Z" fill="${colour(hue, 85, 48)}"/>`,
  ]);
  const words = textLine(random, 1, 25, 26, { sizePixels: 48, fill: "#ffffff", weight: 0.13 });
  return drawing(size, size, [`<g transform="scale(${size / 100})">${shape}${words}</g>`]);
}

/** A round, starry or speech-bubble sticker that fills a box of the given size. */
export function sticker(random: Random, width: number, height: number): Drawing {
  const hue = random.integer(0, 359);
  const [fill, edge] = [colour(hue, 90, 60), colour((hue + 180) % 360, 80, 35)];
  const points = Array.from({ length: 24 }, (_, index) => {
    const reach = index % 2 === 0 ? 0.5 : 0.42;
    const angle = (index / 24) * 2 * Math.PI;
    return `${(width * (0.5 + reach * Math.cos(angle))).toFixed(1)},${(height * (0.5 + reach * Math.sin(angle))).toFixed(1)}`;
  });
  const shape = random.pick([
    `<ellipse cx="${width / 2}" cy="${height / 2}" rx="${width * 0.49}" ry="${height * 0.49}" fill="${fill}" stroke="${edge}" stroke-width="3"/>`,
    `<polygon points="${points.join(" ")}" fill="${fill}" stroke="${edge}" stroke-width="3"/>`,
    box(1, 1, width - 2, height - 2, fill, height * 0.25),
  ]);
  const size = Math.min(width / 3.6, height / 2.4);
  const words = textLine(random, 3, (width - textWidth(3, size)) / 2, (height - size) / 2, {
    sizePixels: size,
    fill: edge,
  });
  return drawing(width, height, [shape, words]);
}
