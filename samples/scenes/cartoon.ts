import { box, colour, type Drawing, drawing } from "../drawing/drawing.js";
import type { Random } from "../random.js";
import { placed, sway, WIDE } from "./scene.js";

const { width, height } = WIDE;

/** Hills, clouds and candy trees in flat colours with black outlines. */
export function cartoonWorld(random: Random): Drawing {
  const trees = Array.from({ length: 9 }, (_, i) => {
    const [x, y, r] = [30 + i * 74, random.integer(196, 232), random.integer(22, 36)];
    return `<path d="M${x} ${y}v60" stroke="#5a3217" stroke-width="9"/><circle cx="${x}" cy="${y}" r="${r}" fill="${colour(random.integer(0, 359), 70, 68)}" stroke="#222" stroke-width="4"/><path d="M${x - r * 0.6} ${y}q${r * 0.6} ${-r} ${r * 1.2} 0" stroke="#fff" stroke-width="5" fill="none"/>`;
  });
  return drawing(width, height, [
    box(0, 0, width, height, "#8fdcff"),
    `<circle cx="80" cy="64" r="34" fill="#ffe45c" stroke="#222" stroke-width="4"/>`,
    `<path d="M0 250Q120 150 260 240T520 220T660 260V360H0Z" fill="#9ad36a" stroke="#222" stroke-width="4"/>`,
    ...trees,
    `<path d="M0 280Q160 240 330 286T660 270V360H0Z" fill="#5fb34a" stroke="#222" stroke-width="4"/>`,
    ...Array.from(
      { length: 26 },
      () =>
        `<circle cx="${random.integer(0, width)}" cy="${random.integer(300, 352)}" r="5" fill="${colour(random.integer(0, 359), 85, 70)}" stroke="#222" stroke-width="2"/>`,
    ),
  ]);
}

/** A round robot hops across and waves, a balloon rises, clouds drift. */
export function robotAndBalloon(timeSeconds: number): readonly string[] {
  const hop = Math.abs(sway(timeSeconds, 56, 1.4));
  const x = 110 + ((timeSeconds * 62) % 470);
  const squash = hop < 8 ? 0.86 : 1;
  const robot = [
    `<path d="M-22 34v30M22 34v30" stroke="#333" stroke-width="9"/>`,
    `<rect x="-42" y="-44" width="84" height="86" rx="26" fill="#ff8a3d" stroke="#222" stroke-width="5"/>`,
    `<rect x="-28" y="-32" width="56" height="34" rx="13" fill="#26323d"/><circle cx="-12" cy="-15" r="8" fill="#6ff2ff"/><circle cx="12" cy="-15" r="8" fill="#6ff2ff"/>`,
    `<path d="M0 -46v-20" stroke="#222" stroke-width="5"/><circle cx="0" cy="-70" r="8" fill="#ff3d6e" stroke="#222" stroke-width="3"/>`,
    placed(
      [
        `<path d="M0 0v-44" stroke="#333" stroke-width="9" stroke-linecap="round"/><circle cx="0" cy="-50" r="10" fill="#ffd23f" stroke="#222" stroke-width="3"/>`,
      ],
      42,
      -6,
      sway(timeSeconds, 50, 0.9),
    ),
    `<path d="M-18 22h36M-18 31h24" stroke="#fff" stroke-width="4"/>`,
  ];
  const up = 300 - ((timeSeconds * 44) % 420);
  const cloud = (left: number, y: number): string =>
    `<path d="M${left} ${y}q-26 0 -24 -20q2 -18 22 -16q8 -22 32 -16q24 -10 34 12q24 -4 24 18q0 22 -24 22Z" fill="#fff" stroke="#222" stroke-width="4"/>`;
  return [
    cloud(((timeSeconds * 30) % 780) - 90, 86),
    cloud(((timeSeconds * 18 + 400) % 780) - 90, 128),
    `<path d="M520 ${up + 40}q8 30 -4 60" stroke="#222" stroke-width="3" fill="none"/><ellipse cx="520" cy="${up.toFixed(1)}" rx="30" ry="38" fill="#e6396b" stroke="#222" stroke-width="4"/>`,
    placed(robot, x, 262 - hop, sway(timeSeconds, 8, 1.4), squash),
  ];
}
