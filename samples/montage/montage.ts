import type { Region } from "../../src/picture/picture.js";
import type { Drawing } from "../drawing/drawing.js";
import type { ClipFacts } from "./clip-facts.js";
import { FilterGraph, type GraphInput } from "./filter-graph.js";
import {
  boundsAfter,
  followedBy,
  IN_PLACE,
  mirroredAcross,
  type Placement,
  type Size,
  scaledAndMoved,
  turned,
} from "./placement.js";
import type { Stretch } from "./timeline.js";

/** When an overlay is shown: `[start, end)` seconds of the edit. */
export type Showing = readonly [start: number, end: number];

/** A video and, where there is sound, an audio label of the graph. */
export interface Labels {
  readonly video: string;
  readonly audio?: string;
}

/**
 * An edit being put together: the ffmpeg graph, and beside it where the original's picture and time have gone,
 * so that the truth of any combination of edits follows from its steps. This class holds what is done to the
 * picture; what is done to time is in `cutting.ts`, and both come out in `plan.ts`.
 */
export class Montage {
  readonly graph = new FilterGraph();
  width: number;
  height: number;
  durationSeconds: number;
  placement: Placement = IN_PLACE;
  stretches: Stretch[];
  /** Areas where the picture was covered or altered, pixels of the edit. */
  covered: Region[] = [];
  video: string;
  audio: string | undefined;
  /** True once the compressed packets cannot be carried over unchanged. */
  pictureTouched = false;
  soundTouched = false;
  videoOptions: readonly string[] = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23"];
  container = "mp4";
  attachedCover: Drawing | undefined;

  constructor(readonly original: ClipFacts) {
    this.width = original.width;
    this.height = original.height;
    this.durationSeconds = original.durationSeconds;
    this.stretches = [{ a: [0, this.durationSeconds], b: [0, this.durationSeconds] }];
    this.graph.addInput({ kind: "clip", path: original.path, loop: false });
    this.video = "0:v:0";
    this.audio = original.hasAudio ? "0:a:0" : undefined;
  }

  /** The size of the edit's picture at this point. */
  get size(): Size {
    return { width: this.width, height: this.height };
  }

  /** Adds an input that shows or plays something else. */
  read(input: GraphInput): string {
    return `${this.graph.addInput(input)}:v:0`;
  }

  /** Applies a filter that changes neither the size nor the time of the picture. */
  filter(filter: string): void {
    this.setVideo(this.graph.through([this.video], filter));
  }

  /** Left and right exchanged. */
  mirror(): void {
    this.filter("hflip");
    this.moved(mirroredAcross(this.width));
  }

  /** Turned clockwise by `turns` quarters. */
  quarterTurns(turns: 1 | 2 | 3): void {
    const from = this.size;
    this.filter(["transpose=clock", "hflip,vflip", "transpose=cclock"][turns - 1]!);
    if (turns !== 2) [this.width, this.height] = [from.height, from.width];
    this.moved(turned(turns * 90, from, this.size));
  }

  /** Turned clockwise by a small angle inside the same frame; the corners go black. */
  turn(angleDegrees: number): void {
    this.filter(`rotate=${angleDegrees}*PI/180:ow=iw:oh=ih:c=black`);
    this.moved(turned(angleDegrees, this.size, this.size));
  }

  /** Cuts out a rectangle given in pixels; all four even. */
  crop(region: Region): void {
    this.filter(`crop=${region.width}:${region.height}:${region.x}:${region.y}`);
    this.width = region.width;
    this.height = region.height;
    this.moved(scaledAndMoved(1, 1, -region.x, -region.y));
  }

  /** Scaled to a size in even pixels, stretched where the shape differs. */
  resize(width: number, height: number): void {
    this.filter(`scale=${width}:${height}:flags=bicubic,setsar=1`);
    const [horizontal, vertical] = [width / this.width, height / this.height];
    this.width = width;
    this.height = height;
    this.moved(scaledAndMoved(horizontal, vertical, 0, 0));
  }

  /** Lays the picture onto `background` (a video label of size `canvas`) with its top left corner at (x, y). */
  layOnto(background: string, canvas: Size, x: number, y: number): void {
    this.setVideo(
      this.graph.through([background, this.video], `overlay=${x}:${y}:shortest=1,format=yuv420p`),
    );
    this.width = canvas.width;
    this.height = canvas.height;
    this.moved(scaledAndMoved(1, 1, x, y));
  }

  /** A second label of the picture as it is now, for backgrounds and blurred areas. */
  copyPicture(): string {
    const [kept, copy] = this.graph.chain([this.video], "split", 2);
    this.setVideo(kept!);
    return copy!;
  }

  /** Lays a drawing over the picture at (x, y), for the whole time or the given stretches of it. */
  cover(picture: Drawing, x: number, y: number, showings?: readonly Showing[]): void {
    const when = showings
      ?.map(([start, end]) => `gte(t,${start.toFixed(3)})*lt(t,${end.toFixed(3)})`)
      .join("+");
    const enable = when === undefined ? "" : `:enable='${when}'`;
    const label = this.read({ kind: "drawing", drawing: picture });
    this.setVideo(
      this.graph.through(
        [this.video, label],
        `overlay=${Math.round(x)}:${Math.round(y)}${enable},format=yuv420p`,
      ),
    );
    this.covered.push({ x, y, width: picture.width, height: picture.height });
  }

  /** Runs one area (even pixels) through a filter and puts it back. */
  alterArea(region: Region, filter: string): void {
    const copy = this.copyPicture();
    const area = this.graph.through(
      [copy],
      `crop=${region.width}:${region.height}:${region.x}:${region.y},${filter}`,
    );
    this.setVideo(this.graph.through([this.video, area], `overlay=${region.x}:${region.y},format=yuv420p`));
    this.covered.push(region);
  }

  /** Takes `label` as the picture from here on. */
  setVideo(label: string): void {
    this.video = label;
    this.pictureTouched = true;
  }

  /** Takes `label`, made from the sound so far, as the sound from here on. */
  setAudio(label: string): void {
    this.audio = label;
    this.soundTouched = true;
  }

  /** Drops the sound there is, and with `label` puts another in its place. */
  replaceAudio(label?: string): void {
    if (this.audio !== undefined) this.graph.discard(this.audio);
    this.audio = label;
    this.soundTouched = true;
  }

  private moved(by: Placement): void {
    this.placement = followedBy(this.placement, by);
    this.covered = this.covered.map((region) => boundsAfter(by, region));
  }
}
