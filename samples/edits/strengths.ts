import { even } from "../montage/clip-facts.js";
import { changeSpeed, insertBefore } from "../montage/cutting.js";
import type { Montage } from "../montage/montage.js";
import { type Edit, type EditGroup, type Material, partnerFootage } from "./edit.js";
import { turnAndFill, zoomInto } from "./geometry.js";
import { addSurroundings } from "./padding.js";
import { addSticker, blurOut } from "./text.js";
import { keepShare, replaceTail } from "./time.js";

/** One kind of edit from hardly to far more than anybody would do, so that it shows where a detector gives up. */
export interface StrengthSeries {
  /** Lower-case words joined by single hyphens. */
  readonly name: string;
  /** What the strengths count, for an axis. */
  readonly unit: string;
  readonly group: EditGroup;
  readonly rules: Edit["rules"];
  /** From mild to strong. */
  readonly strengths: readonly number[];
  readonly apply: (montage: Montage, material: Material, strength: number) => void;
}

const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

/** Every kind of edit that has a strength. */
export const STRENGTH_SERIES: readonly StrengthSeries[] = [
  series("crf", "x264 crf", "encode", [1], [28, 32, 36, 40, 44, 48], (montage, _, crf) => {
    montage.filter("null");
    montage.videoOptions = ["-c:v", "libx264", "-preset", "veryfast", "-crf", String(crf)];
  }),
  series("frame-rate", "frames a second", "encode", [1], [24, 15, 12, 8, 5, 3], (montage, _, rate) =>
    montage.filter(`fps=${rate}`),
  ),
  series("sticker", "% of the area", "text", [3], [5, 10, 15, 20, 30, 40], (montage, { random }, percent) =>
    addSticker(montage, random, percent),
  ),
  series(
    "blurred-out",
    "% of the area",
    "text",
    [3, 1],
    [3, 6, 10, 15, 25, 40],
    (montage, { random }, percent) => blurOut(montage, random, percent),
  ),
  series("scaled", "% of the sides", "geometry", [4, 1], [75, 50, 35, 25, 15, 10], (montage, _, percent) =>
    montage.resize(even((montage.width * percent) / 100), even((montage.height * percent) / 100)),
  ),
  series("stretched", "width in %", "geometry", [4], [90, 80, 70, 60, 50, 40], (montage, _, percent) =>
    montage.resize(even((montage.width * percent) / 100), montage.height),
  ),
  series("zoom", "times", "geometry", [4], [1.1, 1.25, 1.4, 1.5, 1.75, 2], (montage, _, zoom) =>
    zoomInto(montage, 1 / zoom, 0.5, 0.5),
  ),
  series(
    "cropped",
    "% of the sides",
    "geometry",
    [4],
    [90, 80, 70, 60, 50, 40],
    (montage, { random }, percent) => {
      const [right, down] = random.pick(CORNERS);
      zoomInto(montage, percent / 100, right, down);
    },
  ),
  series("turned-black-corners", "degrees", "geometry", [4], [2, 5, 8, 15, 25, 35], (montage, _, angle) =>
    montage.turn(angle),
  ),
  series("turned-zoomed", "degrees", "geometry", [4], [2, 5, 8, 15, 20, 25], (montage, _, angle) =>
    turnAndFill(montage, -angle),
  ),
  light("brighter", "of the range", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], (by) => `eq=brightness=${by}`),
  light("darker", "of the range", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], (by) => `eq=brightness=-${by}`),
  light("contrast-up", "times", [1.25, 1.5, 2, 3, 4, 6], (by) => `eq=contrast=${by}`),
  light("contrast-down", "times", [0.8, 0.6, 0.4, 0.3, 0.2, 0.1], (by) => `eq=contrast=${by}`),
  light("gamma-up", "gamma", [1.25, 1.5, 2, 3, 4, 6], (by) => `eq=gamma=${by}`),
  light("gamma-down", "gamma", [0.8, 0.65, 0.5, 0.35, 0.25, 0.15], (by) => `eq=gamma=${by}`),
  light("noise", "grey levels", [10, 20, 35, 50, 75, 100], (by) => `noise=alls=${by}:allf=t:all_seed=1`),
  light("blur", "sigma in pixels", [1, 2, 4, 6, 9, 13], (by) => `gblur=sigma=${by}`),
  light("vignette", "degrees", [30, 45, 55, 65, 75, 85], (by) => `vignette=angle=${by}*PI/180`),
  series(
    "picture-in-picture",
    "% of the sides",
    "padding",
    [4, 8],
    [80, 70, 60, 50, 40, 30],
    (montage, { random }, percent) => addSurroundings(montage, random, percent, "still"),
  ),
  series("slower", "times", "time", [1, 4, 7], [0.95, 0.9, 0.8, 0.7, 0.6, 0.5], (montage, _, speed) =>
    changeSpeed(montage, speed),
  ),
  series("faster", "times", "time", [1, 4, 7], [1.05, 1.1, 1.25, 1.4, 1.6, 2], (montage, _, speed) =>
    changeSpeed(montage, speed),
  ),
  series(
    "tail-replaced",
    "% of the time",
    "time",
    [7],
    [20, 30, 40, 50, 60, 70],
    (montage, material, percent) => replaceTail(montage, material, percent / 100),
  ),
  series("start-trimmed", "% of the time", "time", [1, 7], [10, 25, 40, 50, 60, 70], (montage, _, percent) =>
    keepShare(montage, percent / 100, 1),
  ),
  series("end-trimmed", "% of the time", "time", [7, 1], [10, 25, 40, 50, 60, 70], (montage, _, percent) =>
    keepShare(montage, 0, 1 - percent / 100),
  ),
  series(
    "intro-added",
    "% of the time",
    "time",
    [1, 7],
    [10, 25, 40, 60, 80, 100],
    (montage, material, percent) =>
      insertBefore(montage, partnerFootage(material), (montage.durationSeconds * percent) / 100),
  ),
];

/** Between the name of a series and a strength: single hyphens are in names. */
const SEPARATOR = "--";

/** Every series at every strength, as edits: `<series>--<strength>`. */
export function strengthEdits(): Edit[] {
  return STRENGTH_SERIES.flatMap(({ name, group, rules, strengths, apply }) =>
    strengths.map(
      (strength): Edit => ({
        ...{ name: `${name}${SEPARATOR}${strength}`, group, rules, strength: "strong" },
        apply: (montage, material) => apply(montage, material, strength),
      }),
    ),
  );
}

/** The series and the strength that an edit's name stands for; undefined for edits that are of no series. */
export function strengthOf(
  editName: string,
): { readonly series: string; readonly strength: number } | undefined {
  const [name, strength] = editName.split(SEPARATOR);
  return strength === undefined ? undefined : { series: name!, strength: Number(strength) };
}

function series(
  name: string,
  unit: string,
  group: EditGroup,
  rules: Edit["rules"],
  strengths: readonly number[],
  apply: StrengthSeries["apply"],
): StrengthSeries {
  return { name, unit, group, rules, strengths, apply };
}

function light(
  name: string,
  unit: string,
  strengths: readonly number[],
  filter: (strength: number) => string,
): StrengthSeries {
  return series(name, unit, "light", [4], strengths, (montage, _, strength) =>
    montage.filter(filter(strength)),
  );
}
