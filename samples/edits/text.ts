import { caption, captionStyle, logo, sticker, titleBar } from "../drawing/overlays.js";
import { even } from "../montage/clip-facts.js";
import type { Montage, Showing } from "../montage/montage.js";
import type { Random } from "../random.js";
import type { Edit } from "./edit.js";

/** Seconds that one caption line stays. */
const CAPTION_SECONDS = 2;
/** Height of a title bar as a share of the picture's. */
const TITLE_BAR_HEIGHT = 0.12;
/** Side of a logo as a share of the picture's shorter side. */
const LOGO_SIDE = 0.18;

/** Blurs letters until nobody can read them. */
const UNREADABLE = "gblur=sigma=9";

/** Rule 3: text, logos and stickers laid over the picture, or an old logo made unreadable. */
export const TEXT_EDITS: readonly Edit[] = [
  {
    name: "caption",
    group: "text",
    rules: [3],
    strength: "mild",
    first: true,
    apply: (montage, { random }) => addCaptions(montage, random),
  },
  {
    name: "caption-changed",
    group: "text",
    rules: [3],
    strength: "mild",
    against: "caption",
    apply: (montage, { random }) => addCaptions(montage, random),
  },
  {
    name: "title-bar",
    group: "text",
    rules: [3],
    strength: "mild",
    apply: (montage, { random }) => {
      const height = even(montage.height * TITLE_BAR_HEIGHT);
      montage.cover(titleBar(random, montage.width, height), 0, 0);
    },
  },
  {
    name: "logo",
    group: "text",
    rules: [3],
    strength: "mild",
    apply: (montage, { random }) => addLogo(montage, random),
  },
  stickerEdit(8, "medium", true),
  stickerEdit(15, "strong"),
  {
    name: "logo-blurred-out",
    group: "text",
    // Where the picture is plain, blurring a part of it changes no more than an encoder does.
    rules: [3, 1],
    strength: "mild",
    apply: (montage, { random }) => {
      const [width, height] = [even(montage.width * 0.22), even(montage.height * 0.12)];
      const x = random.pick([even(montage.width * 0.04), even(montage.width * 0.72)]);
      const y = random.pick([even(montage.height * 0.05), even(montage.height * 0.8)]);
      montage.alterArea({ x, y, width, height }, UNREADABLE);
    },
  },
];

/** Caption lines in one style at one height, a new one every two seconds. */
export function addCaptions(montage: Montage, random: Random, style = captionStyle(random)): void {
  const { width, height, durationSeconds } = montage;
  const height01 = random.number(0.72, 0.84);
  const lines = Math.max(1, Math.min(8, Math.ceil(durationSeconds / CAPTION_SECONDS)));
  const shorterSide = Math.min(width, height);
  for (let line = 0; line < lines; line++) {
    const words = caption(random, style, width, shorterSide);
    const showing: Showing = [
      line * CAPTION_SECONDS,
      line === lines - 1 ? durationSeconds + 1 : (line + 1) * CAPTION_SECONDS,
    ];
    montage.cover(words, (width - words.width) / 2, height * height01, [showing]);
  }
}

/** A logo in one of the corners. */
export function addLogo(montage: Montage, random: Random): void {
  const { width, height } = montage;
  const side = Math.round(Math.min(width, height) * LOGO_SIDE);
  const margin = side * 0.25;
  const x = random.pick([margin, width - side - margin]);
  const y = random.pick([margin, height - side - margin]);
  montage.cover(logo(random, side), x, y);
}

/** A sticker somewhere, in a box of `percent` of the area. */
export function addSticker(montage: Montage, random: Random, percent: number): void {
  const share = Math.sqrt(percent / 100);
  const [width, height] = [Math.round(montage.width * share), Math.round(montage.height * share)];
  const x = random.number(0.03, 0.97 - share) * montage.width;
  const y = random.number(0.03, 0.97 - share) * montage.height;
  montage.cover(sticker(random, width, height), x, y);
}

/** Makes `percent` of the area, in one of the corners, unreadable. */
export function blurOut(montage: Montage, random: Random, percent: number): void {
  const share = Math.sqrt(percent / 100);
  const [width, height] = [even(montage.width * share), even(montage.height * share)];
  const x = random.pick([even(montage.width * 0.04), even(montage.width * (0.96 - share))]);
  const y = random.pick([even(montage.height * 0.04), even(montage.height * (0.96 - share))]);
  montage.alterArea({ x, y, width, height }, UNREADABLE);
}

function stickerEdit(percent: number, strength: Edit["strength"], first = false): Edit {
  return {
    name: `sticker-${percent}-percent`,
    group: "text",
    rules: [3],
    strength,
    ...(first && { first }),
    apply: (montage, { random }) => addSticker(montage, random, percent),
  };
}
