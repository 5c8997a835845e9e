import type { Layout } from "../layout/layout.js";
import type { Affine } from "../picture/affine.js";
import { CELL, type Stage } from "./stage.js";

/** The corners of a cell, in cells. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Share of a picture by which a cell may reach over the edge of what decides: a layout's borders are found to about this. */
const EDGE = 0.01;

/** Whether a point of the stage, led into a side's picture, lies in what the side's layout says decides. */
function isInside(x: number, y: number, map: Affine, { content }: Layout, { width, height }: Size): boolean {
  const shareX = (map.a * x + map.b * y + map.c) / width + 0.5;
  const shareY = (map.d * x + map.e * y + map.f) / height + 0.5;
  return (
    shareX >= content.x - EDGE &&
    shareX <= content.x + content.width + EDGE &&
    shareY >= content.y - EDGE &&
    shareY <= content.y + content.height + EDGE
  );
}

/** What the cells depend on: the shape of the pictures and what decides in them. */
export interface Framing {
  readonly samples: readonly { readonly picture: Size }[];
  readonly layout: Layout;
}

/**
 * The cells of a stage that lie wholly in the deciding region of both sides: bars and fixed bands prove nothing (rule 8), nor do their edges. Where that
 * leaves none and one side is plain, the other's layout was seen wrongly (a line of text across a still shot), and all cells decide.
 */
export function decidingCells(stage: Stage, reference: Framing, query: Framing): number[] {
  const all = Array.from({ length: (stage.width * stage.height) / CELL ** 2 }, (_, cell) => cell);
  const deciding = all.filter((cell) => isDeciding(cell, stage, reference, query));
  const onePlain = reference.layout.kind === "plain" || query.layout.kind === "plain";
  return deciding.length === 0 && onePlain ? all : deciding;
}

function isDeciding(cell: number, stage: Stage, reference: Framing, query: Framing): boolean {
  const columns = stage.width / CELL;
  return CORNERS.every(([right, down]) => {
    const x = ((cell % columns) + right) * CELL - stage.width / 2;
    const y = (Math.floor(cell / columns) + down) * CELL - stage.height / 2;
    return (
      isInside(x, y, stage.toReference, reference.layout, reference.samples[0]!.picture) &&
      isInside(x, y, stage.toQuery, query.layout, query.samples[0]!.picture)
    );
  });
}
