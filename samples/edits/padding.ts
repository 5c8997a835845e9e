import { backdrop } from "../drawing/backdrops.js";
import { colour } from "../drawing/drawing.js";
import { even } from "../montage/clip-facts.js";
import type { Montage } from "../montage/montage.js";
import type { Size } from "../montage/placement.js";
import type { Random } from "../random.js";
import type { Edit, Strength } from "./edit.js";

/** Width of a coloured frame as a share of the shorter side. */
const FRAME_WIDTH = 0.06;

/** Rule 4, where the picture no longer fills the frame: bars, blurred surroundings, frames, picture in picture. */
export const PADDING_EDITS: readonly Edit[] = [
  padding("bars-black", [4, 8], "medium", (montage) => addBars(montage, "black"), true),
  padding("bars-white", [4, 8], "medium", (montage) => addBars(montage, "white")),
  padding("bars-blurred", [4, 8], "strong", (montage) => addBlurredBars(montage), true),
  {
    ...padding("square-cut-bars", [4, 8], "medium", (montage) => {
      cutToSquare(montage);
      addBars(montage, "white");
    }),
    suits: ({ width, height }) => width > height,
  },
  padding("coloured-frame", [4, 3], "mild", (montage, { random }) => addFrame(montage, random)),
  pictureInPicture(80, "still", "medium"),
  pictureInPicture(70, "still", "medium", true),
  pictureInPicture(60, "still", "strong"),
  pictureInPicture(80, "moving", "medium"),
  pictureInPicture(60, "moving", "strong"),
];

/** The frame a padded clip goes to: 9:16 for wide and square clips, 16:9 for tall ones, the longer side kept. */
export function paddedCanvas({ width, height }: Size): Size {
  const long = Math.max(width, height);
  const short = even((long * 9) / 16);
  return width >= height ? { width: short, height: long } : { width: long, height: short };
}

/** Puts the picture into the middle of the other kind of frame, with bars of one colour. */
export function addBars(montage: Montage, barColour: string): void {
  const canvas = paddedCanvas(montage.size);
  const { x, y } = fitInto(montage, canvas);
  montage.layOnto(plainCanvas(montage, canvas, barColour), canvas, x, y);
}

/** Keeps the middle of a wide picture, as wide as it is high. */
function cutToSquare(montage: Montage): void {
  const { width, height } = montage;
  montage.crop({ x: even((width - height) / 2), y: 0, width: height, height });
}

/** A border of one colour around the whole picture, which shrinks to make room. */
export function addFrame(montage: Montage, random: Random): void {
  const canvas = montage.size;
  const border = even(Math.min(canvas.width, canvas.height) * FRAME_WIDTH);
  const background = plainCanvas(montage, canvas, colour(random.integer(0, 359), 80, 50).replace("#", "0x"));
  montage.resize(canvas.width - 2 * border, canvas.height - 2 * border);
  montage.layOnto(background, canvas, border, border);
}

/** The picture at `percent` of its size somewhere on a drawn or a slowly flowing background. */
export function addSurroundings(
  montage: Montage,
  random: Random,
  percent: number,
  background: "still" | "moving",
): void {
  const canvas = montage.size;
  const label = background === "still" ? stillCanvas(montage, random) : movingCanvas(montage, random);
  montage.resize(even((canvas.width * percent) / 100), even((canvas.height * percent) / 100));
  const x = Math.round(random.number(0, canvas.width - montage.width));
  const y = Math.round(random.number(0, canvas.height - montage.height));
  montage.layOnto(label, canvas, x, y);
}

/** Scales the picture to the largest size that fits and says where its corner belongs for it to be centred. */
export function fitInto(montage: Montage, canvas: Size): { x: number; y: number } {
  const scale = Math.min(canvas.width / montage.width, canvas.height / montage.height);
  montage.resize(even(montage.width * scale), even(montage.height * scale));
  return { x: (canvas.width - montage.width) / 2, y: (canvas.height - montage.height) / 2 };
}

function addBlurredBars(montage: Montage): void {
  const canvas = paddedCanvas(montage.size);
  const copy = montage.copyPicture();
  const [small, low] = [even(canvas.width / 4), even(canvas.height / 4)];
  const background = montage.graph.through(
    [copy],
    `scale=${small}:${low}:force_original_aspect_ratio=increase,crop=${small}:${low},gblur=sigma=5,scale=${canvas.width}:${canvas.height},setsar=1,eq=brightness=-0.08`,
  );
  const { x, y } = fitInto(montage, canvas);
  montage.layOnto(background, canvas, x, y);
}

function plainCanvas(montage: Montage, { width, height }: Size, barColour: string): string {
  return montage.read({
    kind: "generated",
    source: `color=c=${barColour}:s=${width}x${height}:r=${montage.original.framesPerSecond}`,
  });
}

function stillCanvas(montage: Montage, random: Random): string {
  const framesPerSecond = montage.original.framesPerSecond;
  const seconds = montage.durationSeconds + 1;
  return montage.read({
    kind: "drawing",
    drawing: backdrop(random, montage.width, montage.height),
    seconds,
    framesPerSecond,
  });
}

function movingCanvas(montage: Montage, random: Random): string {
  const colours = [0, 1, 2]
    .map((index) => `c${index}=${colour(random.integer(0, 359), 70, 45).replace("#", "0x")}`)
    .join(":");
  const size = `${montage.width}x${montage.height}`;
  const rate = montage.original.framesPerSecond;
  return montage.read({
    kind: "generated",
    source: `gradients=s=${size}:r=${rate}:n=3:${colours}:seed=${random.integer(1, 9999)}:speed=0.02`,
  });
}

function padding(
  name: string,
  rules: Edit["rules"],
  strength: Strength,
  apply: Edit["apply"],
  first = false,
): Edit {
  return { name, group: "padding", rules, strength, ...(first && { first }), apply };
}

function pictureInPicture(
  percent: number,
  background: "still" | "moving",
  strength: Strength,
  first = false,
): Edit {
  return padding(
    `picture-in-picture-${percent}-${background}`,
    [4, 8],
    strength,
    (montage, { random }) => addSurroundings(montage, random, percent, background),
    first,
  );
}
