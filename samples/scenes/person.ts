import type { Random } from "../random.js";
import { placed, sway } from "./scene.js";

/** What makes a drawn person recognisable. */
export interface Person {
  readonly skin: string;
  readonly hair: string;
  readonly hairStyle: "short" | "long" | "bun" | "curly";
  readonly shirt: string;
  readonly shirtDetail: string;
  readonly shirtPattern: "stripes" | "checks" | "dots" | "jacket";
  readonly glasses: boolean;
  readonly beard: boolean;
  /** Head width over the usual. */
  readonly build: number;
}

/** How one take is performed: the same person gestures otherwise in another take. */
export interface Take {
  readonly phases: readonly number[];
  readonly liveliness: number;
}

/** A performance of its own. */
export function take(random: Random): Take {
  return {
    phases: Array.from({ length: 6 }, () => random.number(0, 1)),
    liveliness: random.number(0.8, 1.25),
  };
}

/** The upper half of a person speaking to the camera, 200 wide and 330 high around (0, 0) between the shoulders. */
export function presenter(person: Person, performance: Take, timeSeconds: number): string {
  const [p0, p1, p2, p3, p4, p5] = performance.phases as [number, number, number, number, number, number];
  const lively = performance.liveliness;
  const nod = sway(timeSeconds, 5 * lively, 2.3, p0);
  const turn = sway(timeSeconds, 7 * lively, 3.7, p1);
  const leftArm = arm(
    person,
    -1,
    24 + sway(timeSeconds, 26 * lively, 2.9, p2),
    58 + sway(timeSeconds, 46, 2.1, p3),
  );
  const rightArm = arm(
    person,
    1,
    18 + sway(timeSeconds, 22 * lively, 3.3, p4),
    80 + sway(timeSeconds, 50, 1.9, p5),
  );
  const mouth =
    3 + Math.abs(sway(timeSeconds, 6, 0.62, p0)) * (sway(timeSeconds, 1, 4.3, p2) > -0.8 ? 1 : 0.2);
  const blink = (timeSeconds + p1 * 3) % 3.1 < 0.14 ? 0.15 : 1;
  return [
    leftArm,
    torso(person),
    `<rect x="-17" y="-42" width="34" height="46" rx="14" fill="${person.skin}"/><path d="M-17 -18Q0 0 17 -18V-8Q0 8 -17 -8Z" fill="#00000030"/>`,
    placed([head(person, turn, mouth, blink)], sway(timeSeconds, 4, 3.1, p3), -84 + nod * 0.6, turn * 0.5),
    rightArm,
  ].join("");
}

function head(person: Person, turn: number, mouth: number, blink: number): string {
  const w = 42 * person.build;
  const eye = (x: number): string =>
    `<ellipse cx="${x}" cy="-4" rx="7" ry="${(5 * blink).toFixed(1)}" fill="#fff"/><circle cx="${(x + turn * 0.2).toFixed(1)}" cy="-4" r="${(3.4 * blink).toFixed(1)}" fill="#2b1d14"/><path d="M${x - 9} -15Q${x} -20 ${x + 9} -15" stroke="${person.hair}" stroke-width="3.4" fill="none"/>`;
  const shift = turn * 0.9;
  const back = {
    short: "",
    curly: "",
    bun: `<circle cx="0" cy="-66" r="20" fill="${person.hair}"/>`,
    long: `<path d="M${-w - 8} -20Q${-w - 18} 60 ${-w + 4} 78H${w - 4}Q${w + 18} 60 ${w + 8} -20Z" fill="${person.hair}"/>`,
  };
  const curls = Array.from(
    { length: 9 },
    (_, i) =>
      `<circle cx="${(-w + (i * 2 * w) / 8).toFixed(1)}" cy="${(-38 - 16 * Math.sin((i / 8) * Math.PI)).toFixed(1)}" r="15" fill="${person.hair}"/>`,
  );
  const fringe =
    person.hairStyle === "curly"
      ? curls.join("")
      : `<path d="M${-w - 3} -8Q${-w - 2} -62 0 -62Q${w + 2} -62 ${w + 3} -8Q${w - 10} -36 ${shift} -38Q${-w + 10} -36 ${-w - 3} -8Z" fill="${person.hair}"/>`;
  const glasses = person.glasses
    ? `<g fill="none" stroke="#1c1c1c" stroke-width="3"><circle cx="${-17 + shift}" cy="-4" r="13"/><circle cx="${17 + shift}" cy="-4" r="13"/><path d="M${-4 + shift} -5H${4 + shift}"/></g>`
    : "";
  const beard = person.beard
    ? `<path d="M${-w + 3} 10Q${-w + 6} 58 0 60Q${w - 6} 58 ${w - 3} 10Q${w - 14} 28 0 22Q${-w + 14} 28 ${-w + 3} 10Z" fill="${person.hair}"/>`
    : "";
  return [
    back[person.hairStyle],
    `<ellipse cx="0" cy="0" rx="${w}" ry="54" fill="${person.skin}"/><ellipse cx="${-w + 4}" cy="4" rx="7" ry="11" fill="${person.skin}"/><ellipse cx="${w - 4}" cy="4" rx="7" ry="11" fill="${person.skin}"/>`,
    `<ellipse cx="${-20 + shift}" cy="16" rx="9" ry="6" fill="#ff4d4d28"/><ellipse cx="${20 + shift}" cy="16" rx="9" ry="6" fill="#ff4d4d28"/>`,
    beard,
    eye(-17 + shift),
    eye(17 + shift),
    `<path d="M${shift} -2L${shift - 5} 14H${shift + 4}" stroke="#00000055" stroke-width="2.4" fill="none"/>`,
    `<ellipse cx="${shift}" cy="30" rx="12" ry="${mouth.toFixed(1)}" fill="#8e2b2b"/>`,
    glasses,
    fringe,
  ].join("");
}

function torso(person: Person): string {
  const outline = "M-34 -14Q-92 -4 -100 50L-112 250H112L100 50Q92 -4 34 -14Q0 14 -34 -14Z";
  const lines: string[] = [];
  for (let at = -120; at <= 250; at += 17) {
    if (person.shirtPattern === "stripes")
      lines.push(`<path d="M-120 ${at}H120" stroke="${person.shirtDetail}" stroke-width="7"/>`);
    if (person.shirtPattern === "checks")
      lines.push(
        `<path d="M-120 ${at}H120M${at} -20V250" stroke="${person.shirtDetail}" stroke-width="4" opacity="0.7"/>`,
      );
    if (person.shirtPattern === "dots")
      for (let x = -104; x < 110; x += 19)
        lines.push(`<circle cx="${x + (at % 2) * 9}" cy="${at}" r="4" fill="${person.shirtDetail}"/>`);
  }
  const jacket =
    person.shirtPattern === "jacket"
      ? `<path d="M-20 -10L0 120L20 -10Z" fill="#f4f4f4"/><path d="M-20 -10L-46 40L-6 120ZM20 -10L46 40L6 120Z" fill="${person.shirtDetail}"/><path d="M0 120V250" stroke="${person.shirtDetail}" stroke-width="4"/><circle cx="10" cy="150" r="4" fill="#111"/><circle cx="10" cy="190" r="4" fill="#111"/>`
      : "";
  return `<clipPath id="torso"><path d="${outline}"/></clipPath><path d="${outline}" fill="${person.shirt}"/><g clip-path="url(#torso)">${lines.join("")}${jacket}</g><path d="M-100 50Q-84 140 -92 250M100 50Q84 140 92 250" stroke="#00000040" stroke-width="5" fill="none"/>`;
}

/** `side` is -1 for the viewer's left; angles in degrees: upper arm outwards, forearm upwards from it. */
function arm(person: Person, side: -1 | 1, outwards: number, upwards: number): string {
  const fingers = [-12, -4, 4, 12]
    .map(
      (x) =>
        `<path d="M${x * 0.8} 84L${x * 1.15} 104" stroke="${person.skin}" stroke-width="7" stroke-linecap="round"/>`,
    )
    .join("");
  const forearm = placed(
    [
      `<path d="M0 0V70" stroke="${person.shirt}" stroke-width="32" stroke-linecap="round"/><circle cx="0" cy="80" r="16" fill="${person.skin}"/>${fingers}`,
    ],
    0,
    96,
    -side * -(180 - upwards),
  );
  return placed(
    [
      `<path d="M0 0V96" stroke="${person.shirt}" stroke-width="38" stroke-linecap="round"/><path d="M-9 20V90" stroke="${person.shirtDetail}" stroke-width="4" opacity="0.6"/>`,
      forearm,
    ],
    side * 84,
    34,
    -side * outwards,
  );
}
