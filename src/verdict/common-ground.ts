import type { Stage } from "../align/stage.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Layout } from "../layout/layout.js";
import type { Affine } from "../picture/affine.js";
import type { Rows } from "./agreeing-rows.js";

/** The pixels of a stage on which both sides show footage that can be compared: 1 where so. */
export type CommonGround = Uint8Array;

/**
 * Pixels of a side's picture at the edge of what decides that are mixed with what lies beside it, and up to which an edge is found off its place; and how far the edge of a's
 * picture may lie within b's for nothing to be beside it.
 */
const MIXED = 1.5;
const SAME_EDGE = 0.7;

/** Slope from which an edge is turned against the other picture's. */
const TURNED = 0.025;

/** How steeply the image of a row runs, as a slope; without end for a quarter turn. */
const slantOf = ({ a, d }: Affine): number => Math.abs(d / a);

/** Rows at a band's edges that are mixed with what lies beside them. */
const MIXED_ROWS = 2;

/** All that both sides reach; the outermost pixels of a's picture only where b's ends there as well. */
export function reachOfBoth(reference: Fingerprint, query: Fingerprint, stage: Stage): CommonGround {
  const { width, height, toQuery } = stage;
  const onReference = insideOf({ x: 0, y: 0, width: 1, height: 1 }, sizeOf(reference), stage.toReference);
  const onQuery = insideOf({ x: 0, y: 0, width: 1, height: 1 }, sizeOf(query), toQuery);
  const pitch = Math.hypot(stage.toReference.a, stage.toReference.e) / Math.SQRT2;
  const isTurned = Math.min(slantOf(toQuery), 1 / slantOf(toQuery)) > TURNED;
  // A turned picture's edges run out of the other's, with corners beside them.
  const margin = isTurned ? 2 * pitch : pitch;
  const sameEdge = isTurned ? -1 : SAME_EDGE + Math.hypot(toQuery.a, toQuery.d) / 2;
  return ground(
    stage,
    (x, y) => {
      const inQuery = onQuery(x, y);
      if (inQuery < 0) return false;
      return onReference(x, y) > margin || inQuery < sameEdge;
    },
    width * height,
  );
}

/** What is left of a ground where only what both layouts say decides counts, and only the rows of a common band where there is one. */
export function decidingGround(
  whole: CommonGround,
  reference: Fingerprint,
  query: Fingerprint,
  stage: Stage,
  band?: Rows,
): CommonGround {
  const sides = [
    wellInside(reference.layout, sizeOf(reference), stage.toReference),
    wellInside(query.layout, sizeOf(query), stage.toQuery),
  ];
  return ground(
    stage,
    (x, y, at) => {
      const row = Math.floor(at / stage.width);
      return (
        whole[at] === 1 &&
        (band === undefined || (row >= band.from + MIXED_ROWS && row < band.to - MIXED_ROWS)) &&
        sides.every((isInside) => isInside(x, y))
      );
    },
    whole.length,
  );
}

/** How far the edges of two pictures may lie from each other to be the same, share of their sides. */
const SAME_FRAME = 0.03;

/** Whether a map lays one side's whole picture on the other's: then what stands beside the content, bars or flat ground, is common as well. */
export function coincideWholly(reference: Fingerprint, query: Fingerprint, map: Affine): boolean {
  const [{ width, height }, other] = [sizeOf(reference), sizeOf(query)];
  return [-0.5, 0.5].every((edge) => {
    const [x, y] = [edge * width, edge * height];
    const across = Math.abs(map.a * x + map.b * y + map.c) / other.width;
    const down = Math.abs(map.d * x + map.e * y + map.f) / other.height;
    return Math.max(Math.abs(across - 0.5), Math.abs(down - 0.5)) < SAME_FRAME;
  });
}

function ground(
  { width, height }: Stage,
  belongs: (x: number, y: number, at: number) => boolean,
  pixels: number,
): CommonGround {
  return Uint8Array.from({ length: pixels }, (_, at) =>
    belongs((at % width) - (width - 1) / 2, Math.floor(at / width) - (height - 1) / 2, at) ? 1 : 0,
  );
}

const sizeOf = ({ samples }: Fingerprint) => samples[0]!.picture;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How deep a place of the stage lies in a region of one side's picture, pixels of that side; below 0 outside. */
function insideOf(
  region: Layout["content"],
  { width, height }: Size,
  { a, b, c, d, e, f }: Affine,
): (x: number, y: number) => number {
  const [left, right] = [region.x * width, (region.x + region.width) * width];
  const [top, bottom] = [region.y * height, (region.y + region.height) * height];
  return (x, y) => {
    const [px, py] = [a * x + b * y + c + width / 2, d * x + e * y + f + height / 2];
    return Math.min(px - left, right - px, py - top, bottom - py);
  };
}

/** Whether a place lies in what decides, away from those of its edges beside which the picture goes on. */
function wellInside({ kind, content }: Layout, size: Size, map: Affine): (x: number, y: number) => boolean {
  if (kind === "plain") return () => true;
  const [across, down] = [MIXED / size.width, MIXED / size.height];
  const x = content.x > across ? content.x + across : -1;
  const y = content.y > down ? content.y + down : -1;
  const right = content.x + content.width < 1 - across ? content.x + content.width - across : 2;
  const bottom = content.y + content.height < 1 - down ? content.y + content.height - down : 2;
  const depth = insideOf({ x, y, width: right - x, height: bottom - y }, size, map);
  return (px, py) => depth(px, py) > 0;
}
