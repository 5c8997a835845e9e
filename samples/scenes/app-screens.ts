import { box, colour, type Drawing, drawing } from "../drawing/drawing.js";
import { textLine } from "../drawing/glyphs.js";
import type { Random } from "../random.js";
import { placed, UPRIGHT } from "./scene.js";

const { width, height } = UPRIGHT;
/** Height of a scrolled page, pixels: enough for eight seconds without an end. */
const PAGE_HEIGHT = 2600;
/** Pixels between the top of the screen and the page, under the app's own header. */
const HEADER = 84;

/** A shop page: rows of two product cards. */
export function shopPage(random: Random): Drawing {
  const cards = Array.from({ length: 22 }, (_, i) => {
    const [x, y] = [(i % 2) * 176 + 8, HEADER + Math.floor(i / 2) * 230 + 8];
    const hue = random.integer(0, 359);
    const goods = Array.from({ length: 5 }, () => {
      const [gx, gy, size] = [x + random.integer(10, 110), y + random.integer(8, 90), random.integer(18, 52)];
      const fill = colour((hue + random.integer(60, 300)) % 360, 65, random.integer(35, 65));
      return random.integer(0, 1) === 0
        ? `<circle cx="${gx + 20}" cy="${gy + 20}" r="${size / 2}" fill="${fill}"/>`
        : box(gx, gy, size, size * 0.8, fill, 6);
    });
    return [
      box(x, y, 168, 222, "#ffffff", 10),
      box(x + 6, y + 6, 156, 138, colour(hue, 45, 86), 8),
      ...goods,
      textLine(random, 8, x + 10, y + 152, { sizePixels: 16, fill: "#222222" }),
      textLine(random, random.integer(3, 6), x + 10, y + 174, { sizePixels: 13, fill: "#888888" }),
      textLine(random, 3, x + 10, y + 196, { sizePixels: 17, fill: "#e5322d", weight: 0.13 }),
    ].join("");
  });
  return drawing(width, PAGE_HEIGHT, [box(0, 0, width, PAGE_HEIGHT, "#f1f1f4"), ...cards]);
}

/** A messages page of the same app: one line of faces and words after the other. */
export function messagesPage(random: Random): Drawing {
  const rows = Array.from({ length: 34 }, (_, i) => {
    const y = HEADER + i * 76;
    const hue = random.integer(0, 359);
    return [
      box(0, y, width, 75, "#ffffff"),
      `<circle cx="40" cy="${y + 37}" r="25" fill="${colour(hue, 55, 62)}"/><circle cx="40" cy="${y + 30}" r="9" fill="#f4d7bd"/><path d="M22 ${y + 55}Q40 ${y + 32} 58 ${y + 55}Z" fill="${colour((hue + 180) % 360, 45, 40)}"/>`,
      textLine(random, random.integer(2, 5), 78, y + 14, { sizePixels: 19, fill: "#1c1c1e" }),
      textLine(random, random.integer(6, 14), 78, y + 44, { sizePixels: 14, fill: "#8b8b90" }),
      random.integer(0, 2) === 0 ? `<circle cx="338" cy="${y + 48}" r="10" fill="#ff3b30"/>` : "",
    ].join("");
  });
  return drawing(width, PAGE_HEIGHT, [box(0, 0, width, PAGE_HEIGHT, "#e9e9ee"), ...rows]);
}

/** Scrolling as a thumb does it: a swipe, a rest, a swipe. Pixels from the top. */
export function scrolled(timeSeconds: number): { readonly x: number; readonly y: number } {
  const swipe = Math.floor(timeSeconds / 1.6);
  const within = Math.min(1, (timeSeconds - swipe * 1.6) / 0.9);
  const eased = 1 - (1 - within) ** 3;
  return { x: 0, y: Math.round((swipe + eased) * 300) };
}

/** The app's header and its bar of five symbols, which stay while the page moves; the same on every page. */
export function appFrame(random: Random): (timeSeconds: number) => readonly string[] {
  const symbols = Array.from({ length: 5 }, (_, i) =>
    placed(
      [box(-13, -13, 26, 26, i === 0 ? "#ff5a1f" : "#9a9aa0", random.integer(3, 13))],
      36 + i * 72,
      height - 34,
    ),
  );
  const title = textLine(random, 4, 20, 42, { sizePixels: 26, fill: "#ffffff", weight: 0.12 });
  return (timeSeconds) => {
    const touching = timeSeconds % 1.6 < 0.5;
    const finger = touching
      ? `<circle cx="250" cy="${(470 - (timeSeconds % 1.6) * 420).toFixed(0)}" r="22" fill="#00000035"/>`
      : "";
    return [
      box(0, 0, width, HEADER, "#ff5a1f"),
      title,
      box(210, 40, 136, 32, "#ffffff", 16),
      box(0, height - 66, width, 66, "#fcfcfd"),
      ...symbols,
      finger,
    ];
  };
}
