import { box, colour, type Drawing, drawing } from "../drawing/drawing.js";
import type { Random } from "../random.js";
import { placed, sway, WIDE } from "./scene.js";
import { grain, woodGrain } from "./texture.js";

const { width, height } = WIDE;

/** A kitchen worktop seen from above: board, bowls, herbs, a cloth. */
export function worktop(random: Random): Drawing {
  const herbs = Array.from(
    { length: 60 },
    () =>
      `<ellipse cx="${random.integer(20, 150)}" cy="${random.integer(30, 120)}" rx="${random.integer(4, 10)}" ry="3" transform="rotate(${random.integer(0, 90)} 80 70)" fill="${colour(random.integer(95, 130), 50, random.integer(24, 45))}"/>`,
  );
  const cloth = Array.from({ length: 9 }, (_, i) => box(500 + i * 16, 210, 7, 150, "#d8414b"));
  const bowl = (x: number, y: number, r: number, hue: number): string =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="#eef1f2"/><circle cx="${x}" cy="${y}" r="${r - 9}" fill="${colour(hue, 60, 52)}"/>${Array.from({ length: 14 }, () => `<circle cx="${x + random.integer(-r / 2, r / 2)}" cy="${y + random.integer(-r / 2, r / 2)}" r="5" fill="${colour(hue + 20, 70, random.integer(35, 70))}"/>`).join("")}`;
  return drawing(width, height, [
    box(0, 0, width, height, "#b9b4ab"),
    grain(random, 0, 0, width, height, 4, 0.6),
    ...herbs,
    box(500, 210, 140, 150, "#fff7ee"),
    ...cloth,
    box(170, 70, 320, 230, "#b07a45", 18),
    woodGrain(random, 170, 70, 320, 230),
    bowl(70, 270, 62, 12),
    bowl(570, 90, 58, 48),
  ]);
}

/** Two hands and a knife that goes through a row of slices. */
export function choppingHands(timeSeconds: number): readonly string[] {
  const stroke = Math.abs(sway(timeSeconds, 34, 0.9));
  const way = (timeSeconds * 22) % 170;
  const hand = (mirror: number): string =>
    `<g transform="scale(${mirror} 1)"><path d="M-70 150Q-40 60 -16 40" stroke="#e0a982" stroke-width="50" stroke-linecap="round"/><circle cx="-12" cy="26" r="30" fill="#e0a982"/>${[0, 1, 2, 3].map((i) => `<path d="M${-26 + i * 13} 10l${-4 + i * 3} -34" stroke="#e0a982" stroke-width="13" stroke-linecap="round"/><path d="M${-30 + i * 16} -22l1 -6" stroke="#f6d7c6" stroke-width="8" stroke-linecap="round"/>`).join("")}<path d="M-66 120l26 20" stroke="#2f6db0" stroke-width="60"/></g>`;
  const slices = Array.from({ length: 11 }, (_, i) => {
    const cut = i * 17 < way;
    const [x, tilt] = [242 + i * 17, cut ? 12 : 0];
    return `<ellipse cx="${x + (cut ? -8 : 0)}" cy="${176 + tilt}" rx="8" ry="30" fill="#f08a24" stroke="#b85a10" stroke-width="2"/>${cut ? `<ellipse cx="${x - 8}" cy="${176 + tilt}" rx="3" ry="16" fill="#ffc06b"/>` : ""}`;
  });
  return [
    ...slices,
    placed(
      [
        `<path d="M-4 -96L10 -96L12 30L-4 14Z" fill="#e7edf1" stroke="#7b868d" stroke-width="2"/><rect x="-6" y="28" width="20" height="66" rx="7" fill="#2a2020"/>`,
      ],
      246 + way,
      160 - stroke,
      6,
    ),
    placed([hand(1)], 400 - (170 - way) * 0.1 + 20, 200 + sway(timeSeconds, 5, 1.3)),
    placed([hand(-1)], 262 + way, 236 - stroke),
  ];
}

/** A pitch with a goal, a crowd and boards; wider than the frame, for a camera that follows the ball. */
export function pitch(random: Random): Drawing {
  const wide = 1100;
  const crowd = Array.from(
    { length: 620 },
    () =>
      `<circle cx="${random.integer(0, wide)}" cy="${random.integer(6, 112)}" r="5" fill="${colour(random.integer(0, 359), 60, random.integer(30, 75))}"/>`,
  );
  const boards = Array.from(
    { length: 11 },
    (_, i) =>
      box(i * 100, 116, 97, 30, colour(random.integer(0, 359), 80, 42)) +
      box(i * 100 + 12, 125, random.integer(30, 70), 11, "#ffffff"),
  );
  const stripes = Array.from(
    { length: 11 },
    (_, i) => `<path d="M${i * 110} 146h55l-30 214h-70Z" fill="#3c9a44"/>`,
  );
  return drawing(wide, height, [
    box(0, 0, wide, 120, "#2c2f3c"),
    ...crowd,
    ...boards,
    box(0, 146, wide, 214, "#2f8339"),
    ...stripes,
    grain(random, 0, 146, wide, 214, 4, 0.5),
    `<path d="M0 240H${wide}M540 146L500 360" stroke="#f3f7ef" stroke-width="4"/><ellipse cx="520" cy="250" rx="90" ry="40" fill="none" stroke="#f3f7ef" stroke-width="4"/>`,
  ]);
}

/** Where the camera looks on the pitch. */
export function followingCamera(timeSeconds: number): { readonly x: number; readonly y: number } {
  return { x: Math.round(220 + sway(timeSeconds, 210, 4.4)), y: 0 };
}

/** Players who sprint after a bouncing ball. */
export function match(random: Random): (timeSeconds: number) => readonly string[] {
  const players = Array.from({ length: 7 }, (_, i) => ({
    y: 196 + i * 17,
    phase: random.number(0, 1),
    lead: random.integer(-150, 150),
    shirt: i % 2 === 0 ? "#e23b3b" : "#f4d03f",
  }));
  return (timeSeconds) => {
    const middle = 320 + sway(timeSeconds, 150, 3.1);
    const running = players.map(({ y, phase, lead, shirt }) => {
      const stride = sway(timeSeconds, 40, 0.55, phase);
      const leg = (angle: number): string =>
        placed(
          [
            `<path d="M0 0v30" stroke="#20242c" stroke-width="9" stroke-linecap="round"/><path d="M0 28v16" stroke="#f0c9a4" stroke-width="7" stroke-linecap="round"/>`,
          ],
          0,
          20,
          angle,
        );
      return placed(
        [
          leg(stride),
          leg(-stride),
          `<rect x="-13" y="-20" width="26" height="44" rx="9" fill="${shirt}"/><path d="M-13 -10h26M-13 4h26" stroke="#00000030" stroke-width="4"/>`,
          placed(
            [`<path d="M0 0v28" stroke="#f0c9a4" stroke-width="7" stroke-linecap="round"/>`],
            0,
            -12,
            -stride,
          ),
          `<circle cx="0" cy="-32" r="11" fill="#e8b48c"/><path d="M-11 -34a11 11 0 0 1 22 0Z" fill="#2b1a10"/>`,
        ],
        middle + lead * 0.9 + sway(timeSeconds, 60, 2.2, phase),
        y,
        8,
      );
    });
    const ballX = middle + sway(timeSeconds, 190, 1.7);
    const ballY = 316 - Math.abs(sway(timeSeconds, 130, 1.3));
    return [
      ...running,
      placed(
        [
          `<circle cx="0" cy="0" r="12" fill="#fff" stroke="#111" stroke-width="2"/><path d="M0 -12L5 -2L-5 -2ZM-9 7l6 -5l2 7ZM9 7l-6 -5l-2 7Z" fill="#111"/>`,
        ],
        ballX,
        ballY,
        timeSeconds * 420,
      ),
    ];
  };
}
