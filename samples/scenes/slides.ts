import { box, colour, type Drawing, drawing } from "../drawing/drawing.js";
import { textLine, textWidth } from "../drawing/glyphs.js";
import { seededRandom } from "../random.js";
import { UPRIGHT } from "./scene.js";

const { width, height } = UPRIGHT;
/** How long one slide stays, seconds; half a second of it goes into coming in. */
const SLIDE_SECONDS = 2;

/** The paper all slides of one design are printed on. */
export function slidePaper(): Drawing {
  const dots = Array.from(
    { length: 110 },
    (_, i) => `<circle cx="${(i % 11) * 36}" cy="${Math.floor(i / 11) * 68}" r="3" fill="#e3d9c3"/>`,
  );
  return drawing(width, height, [
    box(0, 0, width, height, "#fbf6ea"),
    ...dots,
    box(0, 0, width, 54, "#1f3b73"),
    box(0, 596, width, 44, "#1f3b73"),
  ]);
}

/** Four slides of headline, lines and a chart; the words and figures follow from `words`, the design does not. */
export function slides(words: string): (timeSeconds: number) => readonly string[] {
  const drawn = Array.from({ length: 4 }, (_, index) => slide(words, index));
  return (timeSeconds) => {
    const index = Math.floor(timeSeconds / SLIDE_SECONDS) % drawn.length;
    const entering = Math.min(1, (timeSeconds % SLIDE_SECONDS) / 0.5);
    const from = (1 - entering) ** 2 * 360;
    return [`<g transform="translate(${from.toFixed(1)} 0)">${drawn[index]}</g>`];
  };
}

function slide(words: string, index: number): string {
  const random = seededRandom("slides", words, index);
  const line = (y: number, size: number, fill: string, fewest: number, most: number): string => {
    const count = Math.min(random.integer(fewest, most), Math.floor(320 / textWidth(1, size)));
    return textLine(random, count, 24, y, { sizePixels: size, fill, weight: 0.11 });
  };
  const bars = Array.from({ length: 6 }, (_, i) => {
    const tall = random.integer(30, 150);
    return box(30 + i * 52, 560 - tall, 34, tall, colour(random.integer(0, 359), 60, 52), 4);
  });
  const picture =
    random.integer(0, 1) === 0
      ? bars.join("")
      : Array.from(
          { length: 12 },
          () =>
            `<circle cx="${random.integer(50, 310)}" cy="${random.integer(420, 560)}" r="${random.integer(10, 44)}" fill="${colour(random.integer(0, 359), 65, 60)}" opacity="0.85"/>`,
        ).join("");
  return [
    line(84, 46, "#c8352b", 4, 6),
    line(156, 30, "#1f3b73", 5, 9),
    line(216, 24, "#222222", 7, 12),
    line(256, 24, "#222222", 6, 12),
    line(296, 24, "#222222", 3, 10),
    line(346, 20, "#666666", 6, 13),
    picture,
  ].join("");
}
