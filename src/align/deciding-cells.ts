import type { Layout } from "../layout/layout.js";
import type { Affine } from "../picture/affine.js";
import { CELL, type Stage } from "./stage.js";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether the middle of a cell, led into a side's picture, lies in what the side's layout says decides. */
function isInside(x: number, y: number, map: Affine, layout: Layout, { width, height }: Size): boolean {
  const shareX = (map.a * x + map.b * y + map.c) / width + 0.5;
  const shareY = (map.d * x + map.e * y + map.f) / height + 0.5;
  const { content } = layout;
  return (
    shareX >= content.x &&
    shareX <= content.x + content.width &&
    shareY >= content.y &&
    shareY <= content.y + content.height
  );
}

/** The cells of a stage that lie in the deciding region of both sides: bars and fixed bands prove nothing (rule 8). */
export function decidingCells(
  stage: Stage,
  reference: Layout,
  query: Layout,
  referenceSize: Size,
  querySize: Size,
): number[] {
  const columns = stage.width / CELL;
  const rows = stage.height / CELL;
  return Array.from({ length: columns * rows }, (_, cell) => cell).filter((cell) => {
    const x = ((cell % columns) + 0.5) * CELL - stage.width / 2;
    const y = (Math.floor(cell / columns) + 0.5) * CELL - stage.height / 2;
    return (
      isInside(x, y, stage.toReference, reference, referenceSize) &&
      isInside(x, y, stage.toQuery, query, querySize)
    );
  });
}
