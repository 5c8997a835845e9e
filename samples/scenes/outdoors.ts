import { box, colour, type Drawing, drawing } from "../drawing/drawing.js";
import type { Random } from "../random.js";
import { sway, WIDE } from "./scene.js";
import { grain } from "./texture.js";

/** Width of a landscape that a camera pans over, pixels. */
const PANORAMA_WIDTH = 1300;

/** Mountains, woods and a lake, twice as wide as the frame. */
export function landscape(random: Random): Drawing {
  const height = WIDE.height;
  const ridge = (base: number, rise: number, fill: string): string => {
    const points = Array.from(
      { length: 45 },
      (_, i) => `${i * 30} ${(base - random.number(0, rise)).toFixed(0)}`,
    );
    return `<path d="M0 ${height}L${points.join("L")}L${PANORAMA_WIDTH} ${height}Z" fill="${fill}"/>`;
  };
  const trees = Array.from({ length: 130 }, () => {
    const [x, y, tall] = [
      random.integer(0, PANORAMA_WIDTH),
      random.integer(235, 290),
      random.integer(22, 54),
    ];
    return `<path d="M${x} ${y - tall}l${tall * 0.26} ${tall}h${-tall * 0.52}Z" fill="${colour(random.integer(110, 155), 42, random.integer(15, 32))}"/>`;
  });
  const huts = [180, 640, 1010].map(
    (x) =>
      box(x, 262, 34, 24, "#a4623a") +
      `<path d="M${x - 6} 262l23 -18l23 18Z" fill="#5d2e1d"/>` +
      box(x + 12, 270, 9, 12, "#ffe9a3"),
  );
  return drawing(PANORAMA_WIDTH, height, [
    `<defs><linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#3f78c2"/><stop offset="0.7" stop-color="#f6c9a0"/></linearGradient></defs>`,
    box(0, 0, PANORAMA_WIDTH, height, "url(#dusk)"),
    `<circle cx="860" cy="96" r="30" fill="#fff2cc"/>`,
    ridge(200, 110, "#7d8fae"),
    grain(random, 0, 80, PANORAMA_WIDTH, 160, 22, 0.4),
    ridge(235, 60, "#4d6a5b"),
    ...trees,
    ...huts,
    box(0, 290, PANORAMA_WIDTH, 70, "#3d6f97"),
    grain(random, 0, 290, PANORAMA_WIDTH, 70, 6, 0.55),
  ]);
}

/** Birds and a boat that cross the landscape while the camera pans. */
export function birdsAndBoat(timeSeconds: number): readonly string[] {
  const birds = Array.from({ length: 6 }, (_, i) => {
    const [x, y] = [80 + i * 34 + timeSeconds * 40, 60 + i * 11 + sway(timeSeconds, 8, 2.6, i / 6)];
    const wing = 6 + sway(timeSeconds, 6, 0.5, i / 5);
    return `<path d="M${(x - 10).toFixed(1)} ${(y - wing).toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}L${(x + 10).toFixed(1)} ${(y - wing).toFixed(1)}" stroke="#1c2530" stroke-width="2.4" fill="none"/>`;
  });
  const boat = 500 - timeSeconds * 26;
  return [
    ...birds,
    `<path d="M${boat.toFixed(1)} 318h64l-12 16h-42Z" fill="#7a2e24"/><path d="M${(boat + 30).toFixed(1)} 262v54h-22Z" fill="#fdfaf2"/>`,
  ];
}

/** A street at night: towers with lit windows, signs, a wet road. */
export function nightCity(random: Random): Drawing {
  const { width, height } = WIDE;
  const towers: string[] = [];
  for (let x = -10; x < width; ) {
    const [w, h] = [random.integer(44, 84), random.integer(120, 250)];
    towers.push(box(x, 270 - h, w, h, colour(random.integer(215, 260), 30, random.integer(10, 20))));
    for (let row = 0; row < h / 14 - 1; row++)
      for (let column = 0; column < w / 11 - 1; column++)
        if (random.integer(0, 2) > 0)
          towers.push(
            box(
              x + 5 + column * 11,
              276 - h + row * 14,
              6,
              8,
              random.pick(["#ffd97a", "#fff1c4", "#8fb6e8", "#39406a"]),
            ),
          );
    x += w + random.integer(0, 8);
  }
  const signs = Array.from({ length: 9 }, (_, i) =>
    box(
      24 + i * 70,
      random.integer(196, 226),
      random.integer(30, 56),
      20,
      colour(random.integer(0, 359), 90, 58),
      4,
    ),
  );
  return drawing(width, height, [
    box(0, 0, width, height, "#0a0e24"),
    grain(random, 0, 0, width, 200, 40, 0.5),
    ...towers,
    ...signs,
    box(0, 266, width, 94, "#191c2b"),
    grain(random, 0, 266, width, 94, 7, 0.5),
    ...[0, 1, 2, 3, 4, 5, 6].map((i) => box(i * 100 + 14, 312, 52, 5, "#d8d6c4")),
  ]);
}

/** Cars with lights in two lanes, and a sign that blinks. */
export function traffic(random: Random): (timeSeconds: number) => readonly string[] {
  const cars = Array.from({ length: 9 }, (_, i) => ({
    lane: i % 2,
    start: random.integer(0, 900),
    pace: random.integer(90, 190),
    paint: colour(random.integer(0, 359), 60, 45),
  }));
  return (timeSeconds) => {
    const moving = cars.map(({ lane, start, pace, paint }) => {
      const way = (start + timeSeconds * pace) % 900;
      const x = lane === 0 ? way - 120 : 700 - way;
      const y = lane === 0 ? 328 : 290;
      const ahead = lane === 0 ? x + 62 : x - 4;
      const behind = lane === 0 ? x : x + 58;
      return `<path d="M${x.toFixed(1)} ${y}q6 -18 20 -18h22q12 0 18 18Z" fill="${paint}"/>${box(x, y - 4, 62, 12, paint, 4)}<circle cx="${(x + 14).toFixed(1)}" cy="${y + 9}" r="6" fill="#08090d"/><circle cx="${(x + 48).toFixed(1)}" cy="${y + 9}" r="6" fill="#08090d"/><circle cx="${ahead.toFixed(1)}" cy="${y}" r="7" fill="#fffbe0"/><circle cx="${behind.toFixed(1)}" cy="${y}" r="5" fill="#ff2d2d"/>`;
    });
    const lit = timeSeconds % 1 < 0.55 ? "#ff4fa3" : "#51203a";
    return [...moving, `<circle cx="330" cy="176" r="20" fill="none" stroke="${lit}" stroke-width="6"/>`];
  };
}
