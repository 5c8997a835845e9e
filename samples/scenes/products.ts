import { box, colour, type Drawing, drawing } from "../drawing/drawing.js";
import { textLine } from "../drawing/glyphs.js";
import type { Random } from "../random.js";
import { UPRIGHT } from "./scene.js";
import { grain, woodGrain } from "./texture.js";

const { width, height } = UPRIGHT;

/** A wooden table before a wall of tiles, where products turn. */
export function table(random: Random): Drawing {
  const tiles = Array.from({ length: 70 }, (_, i) => {
    const [column, row] = [i % 7, Math.floor(i / 7)];
    return box(column * 54 - 8, row * 42, 51, 39, colour(190, 22, random.integer(66, 84)), 3);
  });
  const cups = [44, 96].map(
    (x) => `<path d="M${x} 372h34l-4 44h-26Z" fill="${colour(random.integer(0, 359), 55, 58)}"/>`,
  );
  return drawing(width, height, [
    box(0, 0, width, 420, "#cfdcdc"),
    ...tiles,
    grain(random, 0, 0, width, 420, 30, 0.35),
    ...cups,
    box(0, 414, width, 226, "#8a5a33"),
    woodGrain(random, 0, 414, width, 226),
    `<ellipse cx="180" cy="536" rx="128" ry="34" fill="#00000055"/><ellipse cx="180" cy="526" rx="126" ry="34" fill="#e9e6df"/><ellipse cx="180" cy="526" rx="118" ry="30" fill="#f8f6f1"/>`,
  ]);
}

/** A bottle with a printed label that goes round as it turns once in six seconds. */
export function bottle(random: Random): (timeSeconds: number) => readonly string[] {
  const print = Array.from(
    { length: 8 },
    (_, i) =>
      textLine(random, 2, i * 62, 20, { sizePixels: 26, fill: "#fff", weight: 0.12 }) +
      textLine(random, 4, i * 62, 66, { sizePixels: 13, fill: "#ffe14d" }) +
      `<circle cx="${i * 62 + 28}" cy="${120}" r="${random.integer(8, 20)}" fill="${colour(random.integer(0, 359), 80, 62)}"/>`,
  );
  return (timeSeconds) => {
    const shift = ((timeSeconds / 6) * 496) % 496;
    const band = (offset: number): string =>
      `<g transform="translate(${(118 - shift + offset).toFixed(1)} 330)">${print.join("")}</g>`;
    return [
      `<clipPath id="label"><rect x="118" y="326" width="124" height="150"/></clipPath>`,
      `<path d="M158 190h44v60Q204 280 242 300V516Q180 540 118 516V300Q156 280 158 250Z" fill="#0d5c46"/>`,
      box(118, 326, 124, 150, "#c22f45"),
      `<g clip-path="url(#label)">${band(0)}${band(496)}</g>`,
      `<path d="M130 306Q124 400 130 512L146 518Q138 400 146 300Z" fill="#ffffff40"/><path d="M226 306Q232 400 226 514L236 512Q242 400 236 302Z" fill="#00000038"/>`,
      box(152, 164, 56, 40, "#d9b44a", 5),
    ];
  };
}

/** A kettle whose spout and handle swing round; another product for the same table. */
export function kettle(random: Random): (timeSeconds: number) => readonly string[] {
  const dots = Array.from({ length: 36 }, () => ({
    turn: random.number(0, 1),
    y: random.integer(350, 490),
    r: random.integer(4, 10),
  }));
  return (timeSeconds) => {
    const round = (timeSeconds / 5) * 2 * Math.PI;
    const spout = 104 * Math.cos(round);
    const spots = dots.flatMap(({ turn, y, r }) => {
      const angle = round + turn * 2 * Math.PI;
      if (Math.sin(angle) < 0.05) return [];
      return [
        `<ellipse cx="${(180 + 88 * Math.cos(angle)).toFixed(1)}" cy="${y}" rx="${(r * Math.sin(angle)).toFixed(1)}" ry="${r}" fill="#1d4e89"/>`,
      ];
    });
    return [
      `<path d="M180 ${430}Q${(180 + spout * 0.9).toFixed(1)} 420 ${(180 + spout * 1.5).toFixed(1)} 352" stroke="#dfe7ec" stroke-width="24" fill="none" stroke-linecap="round"/>`,
      `<path d="M92 520Q70 340 180 322Q290 340 268 520Q180 546 92 520Z" fill="#f2efe2"/>`,
      ...spots,
      `<ellipse cx="180" cy="330" rx="58" ry="17" fill="#b9c7ce"/><circle cx="180" cy="306" r="14" fill="#1d4e89"/>`,
      `<path d="M${(180 - spout).toFixed(1)} 350Q180 ${210} ${(180 + spout * 0.4).toFixed(1)} 330" stroke="#1d4e89" stroke-width="13" fill="none"/>`,
    ];
  };
}
