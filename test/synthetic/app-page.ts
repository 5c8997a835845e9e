import type { Clip } from "./clip.js";
import { VERTICAL } from "./footage.js";
import { noise, texture } from "./noise.js";

/** Height of a row, share of the picture's height; rows are printed alike on every page. */
const ROW = 0.12;
const HEADER = 0.13;
const TAB_BAR = 0.9;

/** A page of messages of one app, scrolled by swipes: header, tab bar, faces and the places of the lines are the same on all pages; the words are not. */
export function appPage(words: number): Clip {
  const letters = texture(words);
  return {
    aspect: VERTICAL,
    seconds: 6,
    lumaAt: (x, y, t) => {
      if (y < HEADER) return 90;
      if (y > TAB_BAR) return Math.abs(((x * 5) % 1) - 0.5) < 0.2 ? 150 : 250;
      const place = y - HEADER + scrolledTo(t);
      const [row, within] = [Math.floor(place / ROW), (place / ROW) % 1];
      const isFace = Math.hypot(x - 0.11, ((within - 0.5) * ROW) / VERTICAL) < 0.07;
      if (isFace) return 110 + 60 * noise(words, row);
      const line = within > 0.2 && within < 0.42 ? 0 : within > 0.56 && within < 0.76 ? 1 : undefined;
      if (line === undefined || x < 0.22) return 255;
      const ends = line === 0 ? 0.4 + 0.25 * noise(words, 2 * row) : 0.5 + 0.4 * noise(words, 2 * row + 1);
      if (x > ends) return 255;
      const ink = line === 0 ? 190 : 110;
      return 255 - ink * (0.5 + 0.5 * letters(26 * x, 100 * row + 9 * within));
    },
  };
}

/** A swipe, a rest, a swipe: shares of the picture's height. */
function scrolledTo(t: number): number {
  const swipe = Math.floor(t / 1.6);
  const within = Math.min(1, (t - swipe * 1.6) / 0.9);
  return 0.47 * (swipe + 1 - (1 - within) ** 3);
}
