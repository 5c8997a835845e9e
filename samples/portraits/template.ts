import { type Drawing, drawing } from "../drawing/drawing.js";
import { caption, captionStyle, titleBar } from "../drawing/overlays.js";
import { seededRandom } from "../random.js";
import { PORTRAIT_SIDE } from "./framing.js";

const side = PORTRAIT_SIDE;

/** Seconds that a line of the captions stays. */
const LINE_SECONDS = 2;

/** What all portraits have over them: one title bar, and one series of captions with the same words at the same time. */
export function templateAt(timeSeconds: number): Drawing {
  const random = seededRandom("portrait template");
  const bar = titleBar(random, side, Math.round(side * 0.12));
  const style = captionStyle(random);
  const words = Array.from({ length: 3 }, () => caption(random, style, side, side));
  const line = words[Math.floor(timeSeconds / LINE_SECONDS) % words.length]!;
  const left = (side - line.width) / 2;
  return drawing(side, side, [bar.svg, `<g transform="translate(${left} ${side * 0.84})">${line.svg}</g>`]);
}
