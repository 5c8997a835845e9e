import { even } from "../montage/clip-facts.js";
import type { Montage } from "../montage/montage.js";
import type { Edit, Strength } from "./edit.js";

/** Rule 4, where the picture is moved, turned or scaled. */
export const GEOMETRY_EDITS: readonly Edit[] = [
  geometry("scaled-half", [4, 1], "mild", (montage) =>
    montage.resize(even(montage.width / 2), even(montage.height / 2)),
  ),
  geometry("stretched-0.8", [4], "medium", (montage) =>
    montage.resize(even(montage.width * 0.8), montage.height),
  ),
  geometry("stretched-0.7", [4], "strong", (montage) =>
    montage.resize(montage.width, even(montage.height * 0.7)),
  ),
  geometry("zoom-1.1", [4], "mild", (montage) => zoomInto(montage, 1 / 1.1, 0.5, 0.5)),
  geometry("zoom-1.25", [4], "medium", (montage) => zoomInto(montage, 1 / 1.25, 0.5, 0.5), true),
  geometry("zoom-1.4", [4], "strong", (montage) => zoomInto(montage, 1 / 1.4, 0.5, 0.5)),
  offCentreCrop(85, "mild"),
  offCentreCrop(75, "medium", true),
  offCentreCrop(70, "strong"),
  ...[3, -3, 8, -8, 12, -12, 15, -15].map((angle) => {
    const strength = Math.abs(angle) < 5 ? "mild" : Math.abs(angle) < 10 ? "medium" : "strong";
    const first = angle === -8;
    return geometry(
      `turned-${signed(angle)}-black-corners`,
      [4],
      strength,
      (montage) => montage.turn(angle),
      first,
    );
  }),
  ...[3, -3, 8, -8, 12, -12, 15, -15].map((angle) => {
    const strength = Math.abs(angle) < 5 ? "mild" : Math.abs(angle) < 10 ? "medium" : "strong";
    const first = angle === 8;
    return geometry(
      `turned-${signed(angle)}-zoomed`,
      [4],
      strength,
      (montage) => turnAndFill(montage, angle),
      first,
    );
  }),
  geometry("turned-90", [4], "medium", (montage) => montage.quarterTurns(1), true),
  geometry("turned-180", [4], "medium", (montage) => montage.quarterTurns(2)),
  geometry("turned-270", [4], "medium", (montage) => montage.quarterTurns(3)),
  geometry("mirrored", [4], "mild", (montage) => montage.mirror(), true),
];

/** Cuts out `share` of both sides and scales it back to the full frame. `right` and `down` place it: 0 to 1. */
export function zoomInto(montage: Montage, share: number, right: number, down: number): void {
  const { width, height } = montage;
  const [w, h] = [even(width * share), even(height * share)];
  montage.crop({ x: evenDown((width - w) * right), y: evenDown((height - h) * down), width: w, height: h });
  montage.resize(width, height);
}

/** Turns the picture and zooms in just as far as no black corner shows. */
export function turnAndFill(montage: Montage, angleDegrees: number): void {
  const { width, height } = montage;
  const angle = (Math.abs(angleDegrees) * Math.PI) / 180;
  const aspect = Math.max(width / height, height / width);
  const zoom = Math.cos(angle) + aspect * Math.sin(angle);
  montage.turn(angleDegrees);
  zoomInto(montage, 1 / zoom, 0.5, 0.5);
}

function evenDown(pixels: number): number {
  return Math.floor(pixels / 2) * 2;
}

function signed(angle: number): string {
  return angle < 0 ? `left-${-angle}` : `right-${angle}`;
}

function geometry(
  name: string,
  rules: Edit["rules"],
  strength: Strength,
  apply: Edit["apply"],
  first = false,
): Edit {
  return { name, group: "geometry", rules, strength, ...(first && { first }), apply };
}

function offCentreCrop(percent: number, strength: Strength, first = false): Edit {
  return geometry(
    `cropped-to-${percent}-percent`,
    [4],
    strength,
    (montage, { random }) => {
      const [right, down] = random.pick([
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
        [0.5, 0],
        [0.5, 1],
        [0, 0.5],
        [1, 0.5],
      ] as const);
      zoomInto(montage, percent / 100, right, down);
    },
    first,
  );
}
