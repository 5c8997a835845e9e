import type { Region } from "../../src/picture/picture.js";
import type { Drawing } from "../drawing/drawing.js";
import { type GraphInput, INPUT_STREAM } from "./filter-graph.js";
import type { Montage } from "./montage.js";
import { boundsAfter, describePlacement } from "./placement.js";
import type { Stretch } from "./timeline.js";

/** Everything ffmpeg is asked to do for one edit; a plain value, so that it can be compared and hashed. */
export interface RenderPlan {
  readonly inputs: readonly GraphInput[];
  readonly filterGraph: string;
  /** Labels or stream specifiers of the output's streams. */
  readonly maps: readonly string[];
  readonly outputOptions: readonly string[];
  readonly container: string;
}

/** How an edit was made from its original. Edits without a picture change have `content` equal to the whole frame. */
export interface EditTruth {
  readonly mirrored: boolean;
  /** Clockwise, (-180, 180]. */
  readonly angleDegrees: number;
  /** Square root of (area of the original's picture ÷ area of the edit's picture). */
  readonly zoom: number;
  /** Horizontal over vertical scale. */
  readonly stretch: number;
  readonly speed: number;
  /** Time of the original's first picture on the edit's clock, seconds; negative when it was cut off. */
  readonly offsetSeconds: number;
  /** Where the whole picture of the original lies in the edit; reaches beyond 0 to 1 where it was cropped. */
  readonly content: Region;
  /** Parts of the edit's picture that were covered or altered. */
  readonly regions: readonly Region[];
  /** What of the original plays when. */
  readonly stretches: readonly Stretch[];
}

/** The ffmpeg work a montage stands for. Packets are copied where nothing touched them. */
export function renderPlan(montage: Montage): RenderPlan {
  const inputs = [...montage.graph.inputs];
  const label = (name: string): string => (INPUT_STREAM.test(name) ? name : `[${name}]`);
  const maps = [label(montage.video)];
  const outputOptions = [
    ...(montage.pictureTouched ? [...montage.videoOptions, "-pix_fmt", "yuv420p"] : ["-c:v", "copy"]),
  ];
  if (montage.audio === undefined) outputOptions.push("-an");
  else {
    maps.push(label(montage.audio));
    outputOptions.push(...(montage.soundTouched ? soundOptions(montage.container) : ["-c:a", "copy"]));
  }
  if (montage.attachedCover !== undefined) {
    inputs.push({ kind: "drawing", drawing: montage.attachedCover });
    maps.push(`${inputs.length - 1}:v:0`);
    outputOptions.push("-c:v:1", "png", "-disposition:v:1", "attached_pic");
  }
  return { inputs, filterGraph: montage.graph.toString(), maps, outputOptions, container: montage.container };
}

/** What became of the original in a montage. */
export function editTruth(montage: Montage): EditTruth {
  const { original, width, height, placement } = montage;
  const share = (region: Region): Region => ({
    x: rounded(region.x / width),
    y: rounded(region.y / height),
    width: rounded(region.width / width),
    height: rounded(region.height / height),
  });
  const shape = describePlacement(placement, original, montage.size);
  const first = montage.stretches[0]!;
  const speed = (first.a[1] - first.a[0]) / (first.b[1] - first.b[0]);
  return {
    mirrored: shape.mirrored,
    angleDegrees: rounded(shape.angleDegrees),
    zoom: rounded(shape.zoom),
    stretch: rounded(shape.stretch),
    speed: rounded(speed),
    offsetSeconds: rounded(first.b[0] - first.a[0] / speed),
    content: share(boundsAfter(placement, { x: 0, y: 0, width: original.width, height: original.height })),
    regions: montage.covered.map((region) => share(within(region, width, height))).filter(hasArea),
    stretches: montage.stretches.map(({ a, b }) => ({
      a: [rounded(a[0]), rounded(a[1])],
      b: [rounded(b[0]), rounded(b[1])],
    })),
  };
}

/** All drawings a plan reads. */
export function drawingsOf(plan: RenderPlan): Drawing[] {
  return plan.inputs.flatMap((input) => (input.kind === "drawing" ? [input.drawing] : []));
}

function soundOptions(container: string): string[] {
  return container === "webm" ? ["-c:a", "libopus", "-b:a", "64k"] : ["-c:a", "aac", "-b:a", "96k"];
}

function within(region: Region, width: number, height: number): Region {
  const [left, top] = [Math.max(0, region.x), Math.max(0, region.y)];
  const [right, below] = [
    Math.min(width, region.x + region.width),
    Math.min(height, region.y + region.height),
  ];
  return { x: left, y: top, width: right - left, height: below - top };
}

function hasArea(region: Region): boolean {
  return region.width > 0 && region.height > 0;
}

function rounded(value: number): number {
  return Math.round(value * 10000) / 10000 + 0;
}
