import { box, colour, type Drawing, drawing } from "../drawing/drawing.js";
import type { Random } from "../random.js";
import { UPRIGHT } from "./scene.js";
import { grain, woodGrain } from "./texture.js";

const { width, height } = UPRIGHT;

/** An office corner: papered wall, window on a skyline, a full bookshelf, a plant. `shelfSide` makes another office of it. */
export function office(random: Random, shelfSide: "left" | "right"): Drawing {
  const hue = shelfSide === "right" ? 40 : 200;
  const windowLeft = shelfSide === "right" ? 24 : 206;
  const shelfLeft = shelfSide === "right" ? 216 : 14;
  const plantAt = shelfSide === "right" ? 44 : 318;
  const paper = Array.from({ length: 15 }, (_, i) => box(i * 25, 0, 9, 470, colour(hue, 30, 74)));
  return drawing(width, height, [
    box(0, 0, width, 470, colour(hue, 34, 80)),
    ...paper,
    grain(random, 0, 0, width, 470, 9, 0.3),
    ...windowOn(random, windowLeft, 50, 130, 190),
    ...shelf(random, shelfLeft, 34, 134, 330),
    box(0, 470, width, 170, colour(25, 40, 34)),
    woodGrain(random, 0, 470, width, 170),
    box(0, 462, width, 10, "#f2efe6"),
    ...plant(random, plantAt, 470),
  ]);
}

/** A garden: sky, hedge, a fence and many leaves. */
export function garden(random: Random): Drawing {
  const leaves = Array.from({ length: 420 }, () => {
    const [x, y] = [random.integer(-10, width + 10), random.integer(170, 470)];
    return `<ellipse cx="${x}" cy="${y}" rx="${random.integer(5, 14)}" ry="${random.integer(3, 7)}" transform="rotate(${random.integer(0, 180)} ${x} ${y})" fill="${colour(random.integer(75, 140), 55, random.integer(18, 48))}"/>`;
  });
  const flowers = Array.from(
    { length: 40 },
    () =>
      `<circle cx="${random.integer(0, width)}" cy="${random.integer(300, 620)}" r="${random.integer(4, 9)}" fill="${colour(random.pick([350, 45, 280]), 80, 65)}"/>`,
  );
  const fence = Array.from({ length: 9 }, (_, i) => box(i * 42 + 4, 380, 26, 130, "#c9a678", 4));
  return drawing(width, height, [
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#5aa9e6"/><stop offset="1" stop-color="#e7f4ff"/></linearGradient></defs>`,
    box(0, 0, width, 260, "url(#sky)"),
    `<ellipse cx="90" cy="80" rx="70" ry="22" fill="#ffffffd0"/><ellipse cx="270" cy="130" rx="60" ry="18" fill="#ffffffb0"/>`,
    ...leaves,
    ...fence,
    box(0, 500, width, 140, colour(95, 45, 34)),
    grain(random, 0, 490, width, 150, 5, 0.5),
    ...flowers,
  ]);
}

function windowOn(random: Random, x: number, y: number, w: number, h: number): string[] {
  const towers = Array.from({ length: 9 }, (_, i) => {
    const tall = random.integer(40, 130);
    const left = x + 4 + i * 14;
    const panes = Array.from({ length: 6 }, (_pane, row) =>
      box(left + 3, y + h - tall + 6 + row * 12, 6, 6, random.pick(["#fff3b0", "#7f93a8", "#5b6d80"])),
    );
    return box(left, y + h - tall, 13, tall, colour(210, 18, random.integer(38, 62))) + panes.join("");
  });
  return [
    box(x, y, w, h, "#a9d3ee"),
    `<circle cx="${x + w * 0.7}" cy="${y + 40}" r="17" fill="#fff6d0"/>`,
    ...towers,
    `<path d="M${x} ${y}h${w}v${h}h${-w}ZM${x + w / 2} ${y}v${h}M${x} ${y + h / 2}h${w}" fill="none" stroke="#fbfaf5" stroke-width="7"/>`,
  ];
}

function shelf(random: Random, x: number, y: number, w: number, h: number): string[] {
  const parts = [box(x, y, w, h, "#6b4527"), woodGrain(random, x, y, w, h)];
  for (let row = 0; row < 5; row++) {
    const floor = y + ((row + 1) * h) / 5 - 7;
    parts.push(box(x + 6, y + (row * h) / 5 + 6, w - 12, h / 5 - 12, "#3d2614"));
    let left = x + 8;
    while (left < x + w - 20) {
      const [thick, tall] = [random.integer(6, 15), random.integer(30, 50)];
      parts.push(
        box(left, floor - tall, thick, tall, colour(random.integer(0, 359), 50, random.integer(30, 65))),
      );
      parts.push(box(left + 1, floor - tall + 8, thick - 2, 3, "#ffffffa0"));
      left += thick + 1;
    }
  }
  return parts;
}

function plant(random: Random, x: number, floor: number): string[] {
  const stems = Array.from({ length: 12 }, () => {
    const [dx, dy] = [random.integer(-46, 46), random.integer(60, 150)];
    return `<path d="M${x} ${floor - 40}Q${x + dx * 0.2} ${floor - dy} ${x + dx} ${floor - 40 - dy}Q${x + dx * 0.9} ${floor - dy * 0.6} ${x} ${floor - 40}" fill="${colour(random.integer(95, 140), 50, random.integer(24, 42))}"/>`;
  });
  return [...stems, `<path d="M${x - 26} ${floor - 46}h52l-8 60h-36Z" fill="#b5593a"/>`];
}
